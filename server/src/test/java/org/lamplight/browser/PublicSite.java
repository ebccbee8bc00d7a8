package org.lamplight.browser;

import org.lamplight.release.PublicPages;

/** The public's pages of all browser tests of a JVM. */
final class PublicSite {

  static final PublicPages PAGES = open();
  static final String CITY = "/cities/testville";
  static final String VIEW = CITY + "/public?group=burglary&period=2024-03";
  static final String AREA = CITY + "/release/areas/neighborhoods/hood-005?f=html&group=theft";

  private PublicSite() {}

  private static PublicPages open() {
    PublicPages pages = new PublicPages();
    Runtime.getRuntime().addShutdownHook(new Thread(pages::close));
    return pages;
  }

  static String url(String path) {
    return PAGES.address() + path;
  }
}
