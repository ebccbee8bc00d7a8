package org.lamplight.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The first view of the public's page on a phone with a slow line and a slow processor. */
class PublicSpeedTest extends BrowserTest {

  private static final long MOST_BYTES = 200_000;
  private static final double MOST_MILLIS = 4_000;

  @Test
  void firstViewIsLightAndSoonThere() {
    use(PHONE, com.microsoft.playwright.options.ColorScheme.LIGHT);
    CDPSession devtools = page.context().newCDPSession(page);
    devtools.send("Network.enable");
    devtools.send("Network.emulateNetworkConditions", conditions());
    JsonObject slower = new JsonObject();
    slower.addProperty("rate", 4);
    devtools.send("Emulation.setCPUThrottlingRate", slower);
    AtomicLong bytes = new AtomicLong();
    devtools.on(
        "Network.loadingFinished",
        event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
    Set<String> hosts = new TreeSet<>();
    page.onRequest(request -> hosts.add(java.net.URI.create(request.url()).getAuthority()));
    page.addInitScript(
        "new PerformanceObserver(list => { for (const entry of list.getEntries()) window.largest = entry.startTime; })"
            + ".observe({ type: 'largest-contentful-paint', buffered: true })");
    page.navigate(PublicSite.url("/"));
    page.locator("figure.moves").waitFor();
    page.waitForTimeout(500);
    double largest = ((Number) page.evaluate("() => window.largest")).doubleValue();
    System.out.printf(
        "first view of the public's page: %d bytes, largest contentful paint after %.0f ms%n",
        bytes.get(), largest);
    assertTrue(bytes.get() > 20_000 && bytes.get() < MOST_BYTES, bytes.get() + " bytes");
    assertTrue(largest < MOST_MILLIS, largest + " ms");
    assertEquals(1, hosts.size(), "a third party was asked: " + hosts);
  }

  /** 1.6 Mbit/s down, 0.75 up, 150 ms there and back. */
  private static JsonObject conditions() {
    JsonObject conditions = new JsonObject();
    conditions.addProperty("offline", false);
    conditions.addProperty("latency", 150);
    conditions.addProperty("downloadThroughput", 1_600_000 / 8);
    conditions.addProperty("uploadThroughput", 750_000 / 8);
    return conditions;
  }
}
