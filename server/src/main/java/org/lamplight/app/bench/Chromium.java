package org.lamplight.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lamplight.fault.Fault;

/** One page of a headless Chromium, asked through its DevTools protocol. */
final class Chromium implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SECONDS = 60;
  private static final long POLL_MILLIS = 50;

  private final Process process;
  private final Path profile;
  private final WebSocket socket;
  private final Messages messages;
  private int asked;

  private Chromium(Process process, Path profile, WebSocket socket, Messages messages) {
    this.process = process;
    this.profile = profile;
    this.socket = socket;
    this.messages = messages;
  }

  /** Where Debian puts it; a benchmark without it is left out. */
  static boolean isInstalled() {
    return Files.isExecutable(Path.of("/usr/bin/chromium"));
  }

  /** Starts it with an empty page of that size. */
  static Chromium open(int width, int height) throws Exception {
    Path profile = Files.createTempDirectory("lamplight-chromium");
    Process process = new ProcessBuilder(
            "/usr/bin/chromium",
            "--headless=new",
            "--no-sandbox",
            "--remote-debugging-port=0",
            "--user-data-dir=" + profile,
            "--window-size=" + width + "," + height,
            "about:blank")
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    try {
      Messages messages = new Messages();
      WebSocket socket = HttpClient.newHttpClient()
          .newWebSocketBuilder()
          .buildAsync(page(profile), messages)
          .get(SECONDS, TimeUnit.SECONDS);
      return new Chromium(process, profile, socket, messages);
    } catch (Exception e) {
      process.destroy();
      throw e;
    }
  }

  /** The address of its first page, once it has written down its port. */
  private static URI page(Path profile) throws IOException, InterruptedException {
    Path file = profile.resolve("DevToolsActivePort");
    for (int i = 0; i < SECONDS * 1_000 / POLL_MILLIS; i++) {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      if (lines.size() >= 2) {
        HttpRequest list = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + lines.get(0) + "/json/list"))
            .build();
        String pages = HttpClient.newHttpClient()
            .send(list, HttpResponse.BodyHandlers.ofString())
            .body();
        for (JsonNode page : JSON.readTree(pages)) {
          if (page.get("type").asText().equals("page")) {
            return URI.create(page.get("webSocketDebuggerUrl").asText());
          }
        }
      }
      Thread.sleep(POLL_MILLIS);
    }
    throw new Fault(Fault.Kind.TOO_SLOW, "Chromium did not start");
  }

  /** Does one command of the protocol and gives its result; events are passed over. */
  JsonNode ask(String method, Map<String, ?> parameters) throws Exception {
    int id = ++asked;
    String text = JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
    socket.sendText(text, true).get(SECONDS, TimeUnit.SECONDS);
    while (true) {
      String answer = messages.whole.poll(SECONDS, TimeUnit.SECONDS);
      if (answer == null) {
        throw new Fault(Fault.Kind.TOO_SLOW, "Chromium did not answer " + method);
      }
      JsonNode message = JSON.readTree(answer);
      if (message.path("id").asInt() == id) {
        Fault.require(!message.has("error"), method + ": " + message.path("error"));
        return message.path("result");
      }
    }
  }

  /** What a script of the page comes to, once its promise is kept. */
  JsonNode run(String script) throws Exception {
    JsonNode answer = ask(
        "Runtime.evaluate",
        Map.of("expression", script, "awaitPromise", true, "returnByValue", true));
    Fault.require(!answer.has("exceptionDetails"), "the page failed: " + answer);
    return answer.path("result").path("value");
  }

  @Override
  public void close() throws IOException {
    socket.abort();
    process.destroy();
    // Its files are its own until it has ended.
    process
        .onExit()
        .orTimeout(10, TimeUnit.SECONDS)
        .exceptionally(late -> process.destroyForcibly())
        .join();
    Scraps.delete(profile);
  }

  /** Messages that came whole. */
  private static final class Messages implements WebSocket.Listener {

    private final BlockingQueue<String> whole = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      part.append(text);
      if (last) {
        whole.add(part.toString());
        part.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }
}
