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
 * @param officialTotals what the source itself counts; null where it gives no totals
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
    @Nullable OfficialTotals officialTotals) {

  /** A city that publishes no release, of a source without totals. */
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
        null,
        null);
  }

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
