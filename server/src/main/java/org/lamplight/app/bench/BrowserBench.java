package org.lamplight.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What an analyst waits for in the browser: a filter, a hot spot map, a pan. */
final class BrowserBench {

  private static final int WIDTH = 1440;
  private static final int HEIGHT = 900;
  private static final int PANS = 6;
  private static final int STEPS = 15;
  private static final long FRAME_MILLIS = 16;
  private static final long REST_MILLIS = 900;

  /** Waits until the page shows its counts and asks nothing. */
  private static final String SETTLED = """
      new Promise((resolve) => {
        const look = () => {
          const map = document.getElementById("map");
          const figure = document.querySelector(".figure");
          const settled = map?.getAttribute("aria-busy") === "false" && figure && figure.textContent !== "–";
          return settled ? setTimeout(resolve, 1000) : setTimeout(look, 50);
        };
        look();
      })
      """;

  /** Presses each offence and weekday twice; milliseconds from each click to the frame after the redrawn map and charts. */
  private static final String CLICKS = """
      (async () => {
        const took = [];
        const offences = [...document.querySelectorAll("#questions .tree input[type=checkbox]")].slice(0, 12);
        const weekdays = [...document.querySelectorAll("#questions button[aria-pressed]")].slice(0, 7);
        for (let round = 0; round < 2; round++) {
          for (const one of [...offences, ...weekdays].filter((each) => each.isConnected && !each.disabled)) {
            await new Promise((resolve) => setTimeout(resolve, 300));
            const before = document.querySelector(".count-line").textContent;
            const began = performance.now();
            one.click();
            await new Promise((resolve) => {
              const look = () => {
                const still = document.getElementById("map").getAttribute("aria-busy") === "false";
                const drawn = still && document.querySelector(".count-line").textContent !== before;
                // A filter that changes nothing is not counted.
                if (drawn) requestAnimationFrame(() => setTimeout(() => { took.push(performance.now() - began); resolve(); }));
                else if (performance.now() - began > 3000) resolve();
                else requestAnimationFrame(look);
              };
              requestAnimationFrame(look);
            });
          }
        }
        return took;
      })()
      """;

  /** Runs a question of the Patterns panel several times; milliseconds from each click to the frame after its drawn result. */
  private static final String PATTERN = """
      (async () => {
        const panel = () => document.querySelector("#answers [role=tabpanel]:not([hidden])");
        const choose = panel().querySelector("select");
        choose.value = "%s";
        choose.dispatchEvent(new Event("change"));
        const took = [];
        for (let run = 0; run < 7; run++) {
          await new Promise((resolve) => setTimeout(resolve, 300));
          const result = panel().querySelector(".pattern-result");
          result.replaceChildren();
          const began = performance.now();
          panel().querySelector(".run-line .plain").click();
          await new Promise((resolve) => {
            const look = () => {
              if (result.querySelector(".headline-text")) requestAnimationFrame(() => setTimeout(() => { took.push(performance.now() - began); resolve(); }));
              else if (performance.now() - began > 20000) resolve();
              else requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
          });
        }
        return took;
      })()
      """;

  private static final String WATCH = """
      window.longTasks = [0];
      new PerformanceObserver((list) => list.getEntries().forEach((task) => window.longTasks.push(task.duration)))
        .observe({ type: "longtask" });
      """;

  private final Report report;

  BrowserBench(Report report) {
    this.report = report;
  }

  void run(Target server) throws Exception {
    if (!Chromium.isInstalled()) {
      report.say("  the browser is left out: Chromium is not installed");
      return;
    }
    try (Chromium page = Chromium.open(WIDTH, HEIGHT)) {
      page.ask("Network.enable", Map.of());
      page.ask(
          "Network.setExtraHTTPHeaders",
          Map.of("headers", Map.of("Authorization", "Bearer " + server.token())));
      open(page, server, "city=los-angeles&lang=en");
      Timings clicks = timings(page.run(CLICKS));
      report.row(
          "in Chromium on a million incidents: from the click on a filter to the redrawn map and charts",
          milliseconds(clicks),
          "median at most 150 ms");
      Timings panning = panning(page);
      report.row(
          "the longest task of the page's thread while its map is panned",
          panning.at(1) > 0 ? Math.round(panning.at(1)) + " ms" : "none over 50 ms",
          "at the demo's size none over 50 ms");
      for (List<String> pattern :
          List.of(List.of("density", "a density surface"), List.of("hot", "a map of Gi*"))) {
        open(page, server, "city=los-angeles&lang=en&tab=patterns");
        report.row(
            "in Chromium on a million incidents: from the click to " + pattern.get(1),
            milliseconds(timings(page.run(PATTERN.formatted(pattern.get(0))))),
            "at most 1 s");
      }
    }
  }

  private static void open(Chromium page, Target server, String state) throws Exception {
    // Another fragment alone would not load the page again.
    page.ask("Page.navigate", Map.of("url", "about:blank"));
    page.ask("Page.navigate", Map.of("url", server.address() + "/#" + state));
    page.run(SETTLED);
  }

  private static String milliseconds(Timings timings) {
    return String.format(
        Locale.ROOT, "median %.0f ms, p90 %.0f ms", timings.median(), timings.at(0.9));
  }

  private static Timings timings(JsonNode values) {
    Timings timings = new Timings();
    values.forEach(value -> timings.add(value.asDouble()));
    return timings;
  }

  /** Drags the map to and fro; milliseconds of every task above 50. */
  private static Timings panning(Chromium page) throws Exception {
    page.run(WATCH);
    for (int pan = 0; pan < PANS; pan++) {
      int side = pan % 2 == 0 ? 1 : -1;
      mouse(page, "mousePressed", 0, 0);
      for (int step = 1; step <= STEPS; step++) {
        mouse(page, "mouseMoved", side * step * 15, side * step * 6);
        Thread.sleep(FRAME_MILLIS);
      }
      mouse(page, "mouseReleased", side * STEPS * 15, side * STEPS * 6);
      Thread.sleep(REST_MILLIS);
    }
    return timings(page.run("window.longTasks"));
  }

  private static void mouse(Chromium page, String type, int right, int down) throws Exception {
    page.ask(
        "Input.dispatchMouseEvent",
        Map.of(
            "type",
            type,
            "x",
            WIDTH / 2 + right,
            "y",
            HEIGHT / 2 + down,
            "button",
            "left",
            "buttons",
            type.equals("mouseReleased") ? 0 : 1,
            "clickCount",
            1));
  }
}
