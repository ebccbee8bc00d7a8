package org.lamplight.city;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamplight.geo.BBox;

/**
 * All that the server knows of a city before its data: read from {@code profile.json}, so that a new city needs no Java.
 *
 * @param slug name in paths
 * @param metricSrid EPSG code of the projected CRS in metres in which distances are measured
 * @param extent box that holds the city
 * @param cityAreas id of the area set whose union is the city; a place in none of them is outside the city
 * @param source who publishes the incidents, for the line under the map
 * @param groups offence groups in the order of the legend
 * @param incidentFormats layouts of incident files, tried in order by their columns
 * @param siteFormats layouts of program-site files
 * @param release what the public's releases are made over; null for a city that publishes none
 * @param officialTotals how much the source says it holds
 */
public record CityProfile(
    String slug,
    Text name,
    ZoneId zone,
    int metricSrid,
    BBox extent,
    String cityAreas,
    Text source,
    List<AreaSet> areaSets,
    List<Group> groups,
    List<Offence> offences,
    List<IncidentFormat> incidentFormats,
    List<SiteFormat> siteFormats,
    @Nullable ReleasePlan release,
    @Nullable List<OfficialTotal> officialTotals) {

  /** What the source says of its own size; empty where nothing is known. */
  @Override
  public List<OfficialTotal> officialTotals() {
    return officialTotals == null ? List.of() : officialTotals;
  }

  /** A city that tells no totals of its source. */
  public CityProfile(
      String slug,
      Text name,
      ZoneId zone,
      int metricSrid,
      BBox extent,
      String cityAreas,
      Text source,
      List<AreaSet> areaSets,
      List<Group> groups,
      List<Offence> offences,
      List<IncidentFormat> incidentFormats,
      List<SiteFormat> siteFormats,
      @Nullable ReleasePlan release) {
    this(
        slug,
        name,
        zone,
        metricSrid,
        extent,
        cityAreas,
        source,
        areaSets,
        groups,
        offences,
        incidentFormats,
        siteFormats,
        release,
        null);
  }

  /** A city that publishes no release. */
  public CityProfile(
      String slug,
      Text name,
      ZoneId zone,
      int metricSrid,
      BBox extent,
      String cityAreas,
      Text source,
      List<AreaSet> areaSets,
      List<Group> groups,
      List<Offence> offences,
      List<IncidentFormat> incidentFormats,
      List<SiteFormat> siteFormats) {
    this(
        slug,
        name,
        zone,
        metricSrid,
        extent,
        cityAreas,
        source,
        areaSets,
        groups,
        offences,
        incidentFormats,
        siteFormats,
        null);
  }

  /**
   * How many incidents of a year the source itself says there are, to hold what is loaded against.
   *
   * @param source who says so, and where
   * @param asOf the state of the source that was counted, such as 2024-12
   */
  public record OfficialTotal(int year, long count, Text source, String asOf) {}

  /** A group of offences: what the legend, the filters and the public's tables show. */
  public record Group(String id, Text title) {}

  /**
   * What the public's releases are made over.
   *
   * @param neighborhoods id of the area set that is the smallest unit; its union is the city
   * @param districts id of the area set whose areas are made of whole neighborhoods
   * @param notes what is known to be missing or changed in the source, for the page that says how a release was made
   */
  public record ReleasePlan(String neighborhoods, String districts, List<Text> notes) {}

  public Optional<AreaSet> findAreaSet(String id) {
    return areaSets.stream().filter(set -> set.id().equals(id)).findFirst();
  }
}
