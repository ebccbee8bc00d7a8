package org.lamplight.explore.view;

import java.util.OptionalLong;

/**
 * A view that somebody keeps.
 *
 * @param title what it is called
 * @param note what its owner says of it; may be empty
 * @param state the part of the page's address behind "#", which is the whole view
 * @param shared whether the other analysts of the city see it
 * @param matched how many incidents its filter held when it was kept, where the page told
 */
record SavedView(String title, String note, String state, boolean shared, OptionalLong matched) {

  /**
   * As it is stored.
   *
   * @param owner number of the account that keeps it
   * @param by the account's name
   * @param changedAt RFC 3339, UTC
   * @param dataVersion of the incidents when it was kept
   */
  record Stored(
      int id, SavedView view, long owner, String by, String changedAt, long dataVersion) {}
}
