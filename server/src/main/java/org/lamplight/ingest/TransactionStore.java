package org.lamplight.ingest;

import org.jdbi.v3.core.Handle;
import org.lamplight.city.City;
import org.lamplight.city.CityStore;

/** The one transaction that an import lives in, and the stores that work within it. */
final class TransactionStore {

  private final Handle handle;
  private final City city;
  private final BesideStore beside;

  TransactionStore(Handle handle, City city, BesideStore beside) {
    this.handle = handle;
    this.city = city;
    this.beside = beside;
  }

  ImportRunStore runs() {
    return new ImportRunStore(handle, city);
  }

  IncidentStageStore stage() {
    return new IncidentStageStore(handle, beside, city);
  }

  JudgedStore judged() {
    return new JudgedStore(handle, city);
  }

  IncidentLoadStore load(int run) {
    return new IncidentLoadStore(handle, beside, city, run);
  }

  LocatingStore locating() {
    return new LocatingStore(handle, city);
  }

  AreaImportStore areas() {
    return new AreaImportStore(handle, city);
  }

  SiteImportStore sites() {
    return new SiteImportStore(handle, city);
  }

  /** Says that the city's incidents changed. */
  void bump() {
    CityStore.bump(handle, city, false);
  }

  /** Says that the city's areas, programs or sites changed. */
  void bumpLayers() {
    CityStore.bump(handle, city, true);
  }
}
