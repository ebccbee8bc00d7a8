package org.lamplight.study;

import java.util.ArrayList;
import java.util.List;
import org.lamplight.analysis.point.Dbscan;
import org.lamplight.analysis.point.Hdbscan;
import org.lamplight.analysis.point.KDistance;
import org.lamplight.analysis.point.Points;
import org.lamplight.analysis.point.StDbscan;

/** Clusters of events. */
final class ClusterMethods {

  static final Input DAYS =
      Input.needed("t", "When each happened, days from any day", Schema.numbers());
  private static final Input EPS = Input.optional(
      "eps",
      "Distance within which events are neighbors, metres; without a word the knee of distances, at least 75",
      Schema.positive());
  private static final Input LEAST = Input.optional(
      "minPoints",
      "Events in such a circle, its centre counted in, that make a core",
      Schema.whole(5, 1, 10_000));

  private ClusterMethods() {}

  static List<Method> all() {
    return List.of(dbscan(), stDbscan(), hdbscan());
  }

  private static List<Output> outputs() {
    return List.of(
        Output.each(
            "label",
            "Cluster of each event, 1, 2, ... in the order of events; 0 is noise",
            "cluster",
            Schema.of("integer")),
        Output.number("clusters", "How many there are", "clusters"),
        Output.each("core", "Whether each event is a core", "1", Schema.of("boolean")),
        Output.number("eps", "As used", "metres"),
        Hulls.OUTPUT);
  }

  private static Method dbscan() {
    List<Input> inputs = new ArrayList<>(DensityMethods.xy());
    inputs.addAll(List.of(EPS, LEAST));
    return new Method(
        "dbscan",
        "Clusters of places (DBSCAN)",
        "Which incidents lie together in space?",
        new MethodCard(
            "core: at least minPoints events within eps, itself counted in; a cluster is what cores reach; border events go to the first cluster that reaches them",
            "Ester, Kriegel, Sander and Xu 1996",
            "minPoints 5 (4 for shootings); eps the knee of the k-distances, at least 75 m",
            "twice minPoints",
            "It is no test: clusters are found in chance too. Many records on one address are a cluster of their own."),
        inputs,
        outputs(),
        LayerUse.POINTS,
        (values, work) -> dbscan(values));
  }

  private static Outcome dbscan(Values values) {
    Points points = DensityMethods.points(values);
    int least = values.whole("minPoints", 5, 1, 10_000);
    double eps = eps(values, points, least);
    return outcome(values, points, Dbscan.cluster(new Dbscan.Parameters(points, eps, least)), eps);
  }

  private static double eps(Values values, Points points, int least) {
    if (values.has("eps")) {
      return values.positive("eps");
    }
    double knee = KDistance.of(points, least).epsMetres();
    values.defaults().put("eps", knee);
    return knee;
  }

  private static Outcome outcome(Values values, Points points, Dbscan.Result found, double eps) {
    return Found.with(values, found.warnings())
        .put("label", found.label())
        .put("clusters", found.clusters())
        .put("core", found.core())
        .put("eps", eps)
        .put("outlines", Hulls.of(values, points, found.label()));
  }

  private static Method stDbscan() {
    List<Input> inputs = new ArrayList<>(DensityMethods.xy());
    inputs.addAll(List.of(
        DAYS,
        EPS,
        Input.optional("epsTime", "Days within which events are neighbors", Schema.number(7)),
        LEAST));
    return new Method(
        "st-dbscan",
        "Clusters of places and times (ST-DBSCAN)",
        "Which incidents lie together in space and in time?",
        new MethodCard(
            "as DBSCAN, with neighbors that are within eps and within epsTime",
            "Birant and Kut 2007",
            "minPoints 5; eps the knee of the k-distances, at least 75 m; 7 days",
            "twice minPoints",
            "It is no test: deal the times anew to see how many clusters chance makes."),
        inputs,
        outputs(),
        LayerUse.EVENTS,
        (values, work) -> stDbscan(values));
  }

  private static Outcome stDbscan(Values values) {
    Points points = DensityMethods.points(values);
    double[] days = values.numbers("t");
    Values.requireSame("x, y and t", points.size(), days.length);
    int least = values.whole("minPoints", 5, 1, 10_000);
    double eps = eps(values, points, least);
    return outcome(
        values,
        points,
        StDbscan.cluster(
            new StDbscan.Parameters(points, days, eps, values.number("epsTime", 7), least)),
        eps);
  }

  private static Method hdbscan() {
    List<Input> inputs = new ArrayList<>(DensityMethods.xy());
    inputs.add(LEAST);
    return new Method(
        "hdbscan",
        "Clusters of any density (HDBSCAN)",
        "Which incidents lie together, whether densely or loosely?",
        new MethodCard(
            "hierarchy of mutual reachability distances, clusters of at least minPoints, those kept that last longest (excess of mass)",
            "Campello, Moulavi, Zimek and Sander 2015",
            "minPoints 5",
            "twice minPoints",
            "It is no test: clusters are found in chance too."),
        inputs,
        List.of(
            Output.each(
                "label",
                "Cluster of each event, 1, 2, ...; 0 is noise",
                "cluster",
                Schema.of("integer")),
            Output.number("clusters", "How many there are", "clusters"),
            Output.each("membership", "How firmly each event belongs to its cluster", "0 to 1"),
            Output.each("outlierScore", "How far each event lies out", "0 to 1"),
            Output.of("stability", "Of each cluster", "1", Schema.numbers())),
        LayerUse.POINTS,
        (values, work) -> hdbscan(values));
  }

  private static Outcome hdbscan(Values values) {
    Hdbscan.Result found = Hdbscan.cluster(new Hdbscan.Parameters(
        DensityMethods.points(values), values.whole("minPoints", 5, 2, 10_000)));
    return Found.with(values, found.warnings())
        .put("label", found.label())
        .put("clusters", found.clusters())
        .put("membership", found.membership())
        .put("outlierScore", found.outlierScore())
        .put("stability", found.stability());
  }
}
