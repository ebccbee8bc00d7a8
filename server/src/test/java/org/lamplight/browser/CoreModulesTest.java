package org.lamplight.browser;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The pure modules of the page, tested by modules of test/resources/core inside Chromium; no server runs. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoreModulesTest {

  private static final String ORIGIN = "http://core.test";
  private static final Path ROOT = Path.of(System.getProperty("project.root", "."));
  private static final List<String> MODULES = List.of(
      "state_test",
      "filters_test",
      "words_test",
      "opening_test",
      "staff_test",
      "desk_test",
      "pack_test",
      "series_test");
  private BrowserContext context;
  private Page page;

  @BeforeAll
  void serveFiles() {
    context = Chromium.browser().newContext();
    page = context.newPage();
    page.route(ORIGIN + "/**", CoreModulesTest::serve);
    page.navigate(ORIGIN + "/");
  }

  @AfterAll
  void close() {
    context.close();
  }

  @TestFactory
  List<DynamicTest> pureModulesDoWhatTheirTestsSay() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String module : MODULES) {
      String path = "/test/" + module + ".js";
      Object names = page.evaluate("async path => Object.keys((await import(path)).default)", path);
      for (Object name : (List<?>) names) {
        tests.add(DynamicTest.dynamicTest(
            String.valueOf(name), () -> assertNull(run(path, String.valueOf(name)))));
      }
    }
    assertTrue(tests.size() > 20, "only " + tests.size() + " tests were found");
    return tests;
  }

  /** Null when the test passes, else what it says. */
  private Object run(String path, String name) {
    return page.evaluate(
        "async ([path, name]) => { try { await (await import(path)).default[name](); return null; }"
            + " catch (error) { return String(error.stack ?? error); } }",
        List.of(path, name));
  }

  private static void serve(Route route) {
    String path = URI.create(route.request().url()).getPath();
    Path file = path.startsWith("/test/")
        ? ROOT.resolve("server/src/test/resources/core").resolve(path.substring("/test/".length()))
        : ROOT.resolve("web").resolve(path.substring(1));
    if (path.equals("/")) {
      route.fulfill(
          new Route.FulfillOptions().setContentType("text/html").setBody("<!doctype html>"));
    } else if (Files.isRegularFile(file)) {
      route.fulfill(new Route.FulfillOptions().setPath(file).setContentType("text/javascript"));
    } else {
      route.fulfill(new Route.FulfillOptions().setStatus(404));
    }
  }
}
