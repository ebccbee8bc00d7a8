package org.lamplight.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real outlines of the shared folder; skipped where it is absent. */
class RealAreasTest {

  @ParameterizedTest
  @CsvSource({
    "los-angeles, neighborhoods, la_neighborhoods.geojson, 114",
    "los-angeles, divisions, lapd_divisions.geojson, 21",
    "los-angeles, basic-car-areas, lapd_basic_car_areas.geojson, 169",
    "los-angeles, reporting-districts, lapd_reporting_districts.geojson, 1135",
    "los-angeles, tracts, la_census_tracts_population.geojson, 2495",
    "atlanta, neighborhoods, atlanta_neighborhoods.geojson, 248",
    "atlanta, npus, atlanta_npu.geojson, 25",
    "atlanta, zones, atlanta_police_zones.geojson, 7",
    "atlanta, statistical-areas, atlanta_neighborhood_statistical_areas.geojson, 102"
  })
  void everyAreaIsLoadedValidAndTheSameFileAgainChangesNothing(
      String slug, String set, String name, long areas) {
    String file = SharedData.file(name);
    try (CityUnderTest town = new CityUnderTest(slug)) {
      ImportReport first = town.areas(set, file);
      assertEquals(areas, first.read());
      assertEquals(areas, first.inserted(), first.toString());
      assertEquals(
          areas,
          town.number(
              "select count(*) from area where st_isvalid(geom) and set_id = '" + set + "'"));
      ImportReport again = town.areas(set, file);
      assertEquals(areas, again.unchanged());
      assertNotNull(again.sameAs());
      assertEquals(1, town.number("select data_version from city where id = " + town.city.id()));
    }
  }

  @Test
  void districtsAreWholeNeighborhoodsAndTractsGiveThemTheirResidents() {
    try (CityUnderTest town = new CityUnderTest("los-angeles")) {
      town.areas("neighborhoods", SharedData.file("la_neighborhoods.geojson"));
      assertEquals(9, town.number("select count(*) from area where set_id = 'districts'"));
      assertEquals(0, town.number("select count(*) from area where not ST_IsValid(geom_metric)"));
      ImportReport report = town.population(SharedData.file("la_census_tracts_population.geojson"));
      assertEquals(2495, report.read());
      long city = town.number("select sum(population) from area where set_id = 'neighborhoods'");
      assertTrue(Math.abs(city - 3_860_000) < 60_000, "residents " + city);
      assertEquals(
          city, town.number("select sum(population) from area where set_id = 'districts'"));
      ImportReport again = town.population(SharedData.file("la_census_tracts_population.geojson"));
      assertEquals(2495, again.unchanged());
    }
  }

  @Test
  void incidentsAreInTheSameAreasWhicheverCameFirst() {
    String incidents = SharedData.file("lapd_incidents_2020_sample.csv.gz");
    try (CityUnderTest before = new CityUnderTest("los-angeles");
        CityUnderTest after = new CityUnderTest("los-angeles")) {
      for (CityUnderTest town : new CityUnderTest[] {before, after}) {
        if (town == before) {
          town.incidents(incidents);
        }
        town.areas("neighborhoods", SharedData.file("la_neighborhoods.geojson"));
        town.areas("divisions", SharedData.file("lapd_divisions.geojson"));
        if (town == after) {
          System.out.println(town.incidents(incidents));
        }
      }
      assertEquals(after.checksum(), before.checksum());
      assertEquals(0, after.number("""
          select count(*) from incident i where geom is not null and not areas = (
            select coalesce(array_agg(id order by id), '{}') from (
              select min(id) as id from area a where st_intersects(a.geom, i.geom) group by set_id) a)
          """));
    }
  }
}
