package org.lamplight.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

  private static final String HEADERS = "Host: localhost\r\n";

  private static Server server(int connections, Duration idle) {
    return Server.start(
        ServerSettings.local(e -> Optional.empty())
            .with(new ServerLimits(100_000, 1_000_000, connections, idle)),
        List.of(
            Route.get("/hello", Role.PUBLIC, ctx -> ctx.result("hello")),
            Route.post("/body", Role.PUBLIC, ctx -> ctx.result("" + ctx.bodyAsBytes().length))));
  }

  private static Socket connect(Server server) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(1_000);
    return socket;
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** The first line of the next answer; what follows stays unread. */
  private static String line(Socket socket) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = socket.getInputStream().read();
        c >= 0 && c != '\r';
        c = socket.getInputStream().read()) {
      line.append((char) c);
    }
    return line.toString();
  }

  @Test
  void connectionsAboveTheLimitWaitUntilOthersEnd() throws Exception {
    try (Server server = server(3, Duration.ofSeconds(15))) {
      List<Socket> open = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        Socket socket = connect(server);
        write(socket, "GET /hello HTTP/1.1\r\n" + HEADERS + "\r\n");
        assertEquals("HTTP/1.1 200 OK", line(socket));
        open.add(socket);
      }
      try (Socket waiting = connect(server)) {
        write(waiting, "GET /hello HTTP/1.1\r\n" + HEADERS + "\r\n");
        assertThrows(SocketTimeoutException.class, () -> line(waiting), "a fourth was served");
        for (Socket socket : open) {
          socket.close();
        }
        waiting.setSoTimeout(10_000);
        assertEquals("HTTP/1.1 200 OK", line(waiting));
      }
    }
  }

  @Test
  void aSilentConnectionIsClosed() throws Exception {
    try (Server server = server(100, Duration.ofMillis(300));
        Socket socket = connect(server)) {
      socket.setSoTimeout(10_000);
      long began = System.nanoTime();
      write(socket, "GET /hello HTTP/1.1\r\nHo");
      // An answer may come before the end; the end is what counts.
      socket.getInputStream().readAllBytes();
      assertTrue(Duration.ofNanos(System.nanoTime() - began).toMillis() < 5_000);
    }
  }

  @Test
  void aBodyThatComesTooSlowlyIsGivenUpAlthoughItIsNeverSilent() throws Exception {
    try (Server server = server(100, Duration.ofSeconds(15));
        Socket socket = connect(server)) {
      socket.setSoTimeout(20);
      write(
          socket,
          "POST /body HTTP/1.1\r\n" + HEADERS + "Sec-Fetch-Site: same-origin\r\n"
              + "Content-Type: application/json\r\nContent-Length: 10000\r\n\r\n");
      String answer = "";
      for (int i = 0; i < 100 && answer.isEmpty(); i++) {
        write(socket, " ");
        answer = peek(socket);
        Thread.sleep(80);
      }
      assertTrue(answer.startsWith("HTTP/1.1 408"), "after ten seconds: \"" + answer + "\"");
    }
  }

  private static String peek(Socket socket) throws IOException {
    try {
      return line(socket);
    } catch (SocketTimeoutException e) {
      return "";
    }
  }
}
