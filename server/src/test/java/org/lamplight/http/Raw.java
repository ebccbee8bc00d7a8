package org.lamplight.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One request over a socket of its own, byte for byte as the test wrote it, and its answer. */
public record Raw(int status, List<String> headers, byte[] body) {

  private static final String CHUNKED = "Transfer-Encoding: chunked";

  /**
   * Sends the bytes and reads until the server closes. Unless the request asks for that, the server is shown that no more
   * will come; a proxy would take that for a client that has left.
   */
  public static Raw send(int port, String request) {
    return send("127.0.0.1", port, request);
  }

  /** The same from another address of this machine, such as 127.0.0.2. */
  public static Raw send(String from, int port, String request) {
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(from, 0));
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      socket.setSoTimeout(20_000);
      write(socket, request.getBytes(StandardCharsets.ISO_8859_1));
      return parse(socket.getInputStream().readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Socket socket, byte[] request) throws IOException {
    try {
      socket.getOutputStream().write(request);
      if (!new String(request, StandardCharsets.ISO_8859_1).contains("Connection: close")) {
        socket.shutdownOutput();
      }
    } catch (SocketException e) {
      // The server refused before it had read all; its answer is there.
      if (socket.getInputStream().available() == 0) {
        throw e;
      }
    }
  }

  /** A GET with further header lines. */
  public static Raw get(int port, String path, String... headers) {
    return ask(port, "GET", path, headers);
  }

  /** A request without a body. */
  public static Raw ask(int port, String method, String path, String... headers) {
    StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    if (Arrays.stream(headers).noneMatch(line -> line.startsWith("Host:"))) {
      request.append("Host: localhost:").append(port).append("\r\n");
    }
    for (String line : headers) {
      request.append(line).append("\r\n");
    }
    return send(port, request + "Connection: close\r\n\r\n");
  }

  /** A request with a JSON body. */
  public static Raw json(int port, String method, String path, String body, String... headers) {
    StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    request.append("Host: localhost:").append(port).append("\r\n");
    for (String line : headers) {
      request.append(line).append("\r\n");
    }
    int length = body.getBytes(StandardCharsets.ISO_8859_1).length;
    return send(
        port,
        request + "Content-Type: application/json\r\nContent-Length: " + length
            + "\r\nConnection: close\r\n\r\n" + body);
  }

  private static Raw parse(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new IllegalStateException("this is no answer: " + text);
    }
    List<String> lines = text.substring(0, end).lines().toList();
    int status = Integer.parseInt(lines.get(0).substring(9, 12));
    List<String> headers = new ArrayList<>(lines.subList(1, lines.size()));
    String sent = text.substring(end + 4);
    boolean chunked = headers.stream().anyMatch(CHUNKED::equalsIgnoreCase);
    String body = chunked ? joined(sent) : sent;
    return new Raw(status, headers, body.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String joined(String chunks) {
    StringBuilder body = new StringBuilder();
    int at = 0;
    while (true) {
      int line = chunks.indexOf("\r\n", at);
      int size = Integer.parseInt(chunks.substring(at, line), 16);
      if (size == 0) {
        return body.toString();
      }
      body.append(chunks, line + 2, line + 2 + size);
      at = line + 2 + size + 2;
    }
  }

  /** The header's values, each line one. */
  public List<String> all(String name) {
    String start = name.toLowerCase(Locale.ROOT) + ":";
    return headers.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .toList();
  }

  public Optional<String> find(String name) {
    return all(name).stream().findFirst();
  }

  /** The header, or an empty text. */
  public String header(String name) {
    return find(name).orElse("");
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
