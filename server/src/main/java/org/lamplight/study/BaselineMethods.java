package org.lamplight.study;

import static org.lamplight.fault.Fault.require;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.series.HarmonicPoisson;
import org.lamplight.analysis.series.NegativeBinomial;

/** Regression of counts on time and season. */
final class BaselineMethods {

  private BaselineMethods() {}

  static List<Method> all() {
    return List.of(baseline());
  }

  private static Method baseline() {
    return new Method(
        "harmonic-baseline",
        "Baseline of counts",
        "What do trend and season let expect, and what does a further column add?",
        new MethodCard(
            "log mu = a + b t + sum_k [c_k sin(2 pi k t / P) + d_k cos(2 pi k t / P)] + columns of one's own + log exposure; Poisson, with quasi-Poisson and Newey-West standard errors; negative binomial where Pearson's phi is above 1.5",
            "McCullagh and Nelder 1989; Newey and West 1987; Venables and Ripley 2002",
            "two harmonics; 12 lags",
            "three whole seasons",
            "A column that begins with a program shows what changed then, not why. Residuals that depend on those before make Poisson's standard errors too small: read Newey-West's."),
        List.of(
            TrendMethods.series(),
            Input.optional("period", "Periods of a season", Schema.number(12)),
            Input.optional(
                "harmonics", "Pairs of sine and cosine; 0 for none", Schema.whole(2, 0, 20)),
            Input.optional(
                "columns",
                "Further columns, such as 0 before a law and 1 after it: a list of lists as long as the series",
                Schema.list(Schema.numbers())),
            Input.optional("exposure", "Length or population behind each count", Schema.numbers()),
            Input.optional(
                "lags", "Periods back that residuals depend on", Schema.whole(12, 0, 400))),
        SeriesOutputs.after(
            Output.of("term", "Names of the coefficients", "1", Schema.texts()),
            Output.of("coefficient", "Of the logarithm", "1", Schema.numbers()),
            Output.of("se", "Poisson standard errors", "1", Schema.numbers()),
            Output.of("quasiSe", "Times the root of phi", "1", Schema.numbers()),
            Output.of(
                "neweyWestSe",
                "Heeding that residuals depend on those before",
                "1",
                Schema.numbers()),
            Output.number("phi", "Pearson's dispersion", "1"),
            Output.number("deviance", "Of the Poisson model", "1"),
            Output.of("fitted", "Count to be expected", "incidents", Schema.numbers()),
            Output.of(
                "negativeBinomial",
                "coefficient, se, theta, thetaSe, twoLogLikelihood of that model; none where phi is 1.5 or less",
                "1",
                Schema.of("object"))),
        LayerUse.STRETCH,
        (values, work) -> baseline(values));
  }

  private static Outcome baseline(Values values) {
    double[] series = values.numbers("series");
    double[][] columns = values.has("columns") ? values.rows("columns") : null;
    for (int i = 0; columns != null && i < columns.length; i++) {
      require(
          columns[i].length == series.length,
          "columns[" + i + "]: must be as long as the series, " + series.length);
    }
    HarmonicPoisson.Result found = HarmonicPoisson.of(new HarmonicPoisson.Parameters(
        series,
        values.number("period", 12),
        values.whole("harmonics", 2, 0, 20),
        columns,
        values.findNumbers("exposure"),
        values.whole("lags", 12, 0, 400)));
    return SeriesOutputs.put(values, Found.with(values, found.warnings()))
        .put("term", found.term())
        .put("coefficient", found.coefficient())
        .put("se", found.standardError())
        .put("quasiSe", found.quasiError())
        .put("neweyWestSe", found.neweyWestError())
        .put("phi", found.phi())
        .put("deviance", found.deviance())
        .put("fitted", found.fitted())
        .put("negativeBinomial", json(found.negativeBinomial()));
  }

  private static @Nullable Map<String, Object> json(NegativeBinomial.@Nullable Result model) {
    if (model == null) {
      return null;
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("coefficient", model.coefficient());
    json.put("se", model.standardError());
    json.put("theta", model.theta());
    json.put("thetaSe", model.thetaError());
    json.put("twoLogLikelihood", model.twoLogLikelihood());
    return json;
  }
}
