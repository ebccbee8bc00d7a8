package org.lamplight.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one Chromium of all browser tests; it ends with the tests. */
final class Chromium {

  private static final List<String> FLAGS = List.of(
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run");

  private static @Nullable Browser running;

  private Chromium() {}

  static synchronized Browser browser() {
    Browser browser = running;
    if (browser == null) {
      Playwright playwright = Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      browser = playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions().setExecutablePath(executable()).setArgs(FLAGS));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
      running = browser;
    }
    return browser;
  }

  private static Path executable() {
    return List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .stream()
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException("browser tests need Chromium: apt-get install chromium"));
  }
}
