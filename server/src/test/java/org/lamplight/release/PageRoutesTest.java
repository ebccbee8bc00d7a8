package org.lamplight.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.lamplight.http.Audit;

/** Who gets which page, in which language and format, and what caches may do with it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageRoutesTest {

  private static final String DAY = "2024-01-20";
  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";
  private static final String AREA = "/release/areas/neighborhoods/d1-n2";
  private TestCity city;
  private PublicServer server;

  @BeforeAll
  void publish() {
    city = new TestCity(2, 3);
    for (int m = 1; m <= 12; m++) {
      city.add("d1-n1", "2023-%02d".formatted(m), TestCity.VIOLENT, 12);
      city.add("d1-n2", "2023-%02d".formatted(m), TestCity.VIOLENT, m == 5 ? 0 : 40);
      city.add("d2-n1", "2023-%02d".formatted(m), TestCity.VIOLENT, 3);
    }
    assertTrue(city.publish(DAY).isPresent());
    server = new PublicServer(city, DAY);
  }

  @AfterAll
  void close() {
    server.close();
    city.close();
  }

  private static String type(HttpResponse<byte[]> response) {
    return header(response, "Content-Type");
  }

  private static String header(HttpResponse<byte[]> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  /** The names that the answer varies by; one line only, which every proxy heeds. */
  private static Set<String> vary(HttpResponse<byte[]> response) {
    assertEquals(1, response.headers().allValues("Vary").size());
    return new TreeSet<>(Set.of(header(response, "Vary").split(", ")));
  }

  @Test
  void browsersGetThePageAndProgramsGetTheData() {
    for (String path : new String[] {"/release", AREA}) {
      assertTrue(type(server.get(path, "Accept", BROWSER)).startsWith("text/html"), path);
      assertTrue(type(server.get(path + "?f=html")).startsWith("text/html"), path);
      assertEquals("application/json", type(server.get(path)), path);
      assertEquals("application/json", type(server.get(path + "?f=json", "Accept", BROWSER)), path);
      assertEquals(
          "application/json",
          type(server.get(path, "Accept", "application/json,text/html;q=0.5")),
          path);
    }
  }

  @Test
  void anUnknownAreaIsAPageForBrowsersAndAProblemForPrograms() {
    HttpResponse<byte[]> page = server.get("/release/areas/neighborhoods/none", "Accept", BROWSER);
    assertEquals(404, page.statusCode());
    assertTrue(type(page).startsWith("text/html"));
    assertTrue(text(page).contains("Nothing is here"));
    HttpResponse<byte[]> problem = server.get("/release/areas/neighborhoods/none");
    assertEquals(404, problem.statusCode());
    assertEquals("application/problem+json", type(problem));
  }

  @Test
  void languageIsTheLinksElseTheBrowsers() {
    assertTrue(text(server.get("/public")).contains("<html lang=\"en\">"));
    assertTrue(
        text(server.get("/public", "Accept-Language", "es-MX")).contains("<html lang=\"es\">"));
    assertTrue(text(server.get("/public?lang=en", "Accept-Language", "es"))
        .contains("<html lang=\"en\">"));
    assertEquals(400, server.get("/public?lang=fr").statusCode());
  }

  @Test
  void sentencesSayWhatWasRecordedAndNeverAChangeInPercent() {
    String english = text(server.get(AREA + "?f=html&group=violent"));
    assertTrue(english.contains(
        "40 robberies and aggravated assaults were recorded in D1-N2 in December 2023."));
    String spanish = text(server.get(AREA + "?f=html&group=violent&lang=es"));
    assertTrue(
        spanish.contains(
            "Se registraron 40 robos con violencia y agresiones agravadas en D1-N2 en diciembre de 2023."));
    String hidden = text(server.get("/release/areas/neighborhoods/d2-n1?f=html&group=violent"));
    assertTrue(
        hidden.contains(
            "Fewer than 10 robberies and aggravated assaults were recorded in D2-N1 in December 2023, or the number is hidden"));
    assertFalse(english.contains(" %"));
  }

  @Test
  void publicPagesAreKeptAWhileAndToldApartByLanguage() {
    HttpResponse<byte[]> page = server.get("/public");
    assertEquals("public, max-age=300", header(page, "Cache-Control"));
    assertEquals(Set.of("Accept-Encoding", "Accept-Language"), vary(page));
    String etag = header(page, "ETag");
    assertTrue(etag.matches("\"[0-9a-f]+\""), etag);
    assertEquals(304, server.get("/public", "If-None-Match", etag).statusCode());
    assertNotEquals(etag, header(server.get("/public", "Accept-Language", "es"), "ETag"));
    assertTrue(vary(server.get("/release", "Accept", BROWSER)).contains("Accept"));
  }

  @Test
  void startPageIsTheWorkspaceForAnalystsAndManagersAndThePublicsForAllOthers() {
    HttpResponse<byte[]> anybody = server.get("//");
    assertTrue(text(anybody).contains("<table"));
    assertTrue(vary(anybody).containsAll(Set.of("Cookie", "Accept-Language")));
    HttpResponse<byte[]> analyst = server.get("//", "X-Test-Role", "ANALYST");
    assertTrue(text(analyst).contains("/app.js"));
    assertEquals("private, no-store", header(analyst, "Cache-Control"));
    assertTrue(vary(analyst).contains("Cookie"));
    assertTrue(text(server.get("//", "X-Test-Role", "MANAGER")).contains("/app.js"));
    HttpResponse<byte[]> administrator = server.get("//", "X-Test-Role", "ADMINISTRATOR");
    assertTrue(text(administrator).contains("<table"));
    assertEquals("private, no-store", header(administrator, "Cache-Control"));
    assertEquals(404, server.get("//workspace").statusCode());
    assertEquals(404, server.get("//workspace", "X-Test-Role", "ADMINISTRATOR").statusCode());
    assertTrue(text(server.get("//workspace", "X-Test-Role", "MANAGER")).contains("/app.js"));
    assertTrue(text(server.get("//workspace", "X-Test-Role", "ANALYST")).contains("/app.js"));
    assertEquals(404, server.get("//?city=nowhere", "Accept", BROWSER).statusCode());
  }

  @Test
  void nameOfOneAreaLeadsThere() {
    HttpResponse<byte[]> found = server.get("/public?name=d1-N2");
    assertEquals(303, found.statusCode());
    assertEquals(
        "/cities/testville/release/areas/neighborhoods/d1-n2?f=html", header(found, "Location"));
    assertTrue(text(server.get("/public?name=d1-n")).contains("2 areas match"));
    assertTrue(text(server.get("/public?name=%3Cscript%3E")).contains("&lt;script&gt;"));
  }

  @Test
  void storedMarkupIsEscapedInEveryPage() {
    for (String path :
        new String[] {"/public", "/release?f=html", "/release/areas/neighborhoods/d1-n1?f=html"}) {
      String page = text(server.get(path));
      assertFalse(page.contains("<b>"), path);
    }
    assertTrue(text(server.get("/public")).contains("=Sum &lt;b&gt;"));
  }

  @Test
  void cityWithoutAReleaseAndOneWithdrawnShowNoNumberAndSayWhy() {
    try (TestCity other = new TestCity(1, 2)) {
      other.add("d1-n1", "2023-05", TestCity.VIOLENT, 40);
      try (PublicServer before = new PublicServer(other, DAY)) {
        HttpResponse<byte[]> page = before.get("/public");
        assertEquals(200, page.statusCode());
        assertTrue(text(page).contains("Testville: no numbers yet"));
        assertTrue(text(before.get("/release?f=html")).contains("no numbers yet"));
      }
      assertTrue(other.publish(DAY).isPresent());
      other
          .publishing(DAY)
          .withdraw(
              other.city,
              1,
              new Publishing.Withdrawing("tester", "a wrong <file>"),
              details -> new Audit.Deed(
                  "release.withdraw", "done", "tester", "test", "testville", details));
      try (PublicServer after = new PublicServer(other, DAY)) {
        for (String path :
            new String[] {"/public", "/release/areas/neighborhoods/d1-n1?f=html", "/release?f=html"
            }) {
          String page = text(after.get(path));
          assertTrue(page.contains("Release 1 was withdrawn: a wrong &lt;file&gt;"), path);
          assertFalse(page.contains("<table"), path);
          assertFalse(page.contains("class=\"n\""), path);
        }
      }
    }
  }
}
