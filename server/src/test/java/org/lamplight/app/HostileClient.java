package org.lamplight.app;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sends requests over one connection as long as it holds, and gives each answer as it came. */
final class HostileClient implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 30_000;
  private static final Pattern LENGTH = Pattern.compile("(?m)^content-length: *(\\d+)");
  private final int port;
  private @Nullable Socket kept;
  private @Nullable InputStream answers;

  /** An answer: its headers with the first line, and its body; both empty where the connection just ended. */
  record Answer(String head, String body) {

    int status() {
      return head.isEmpty() ? 0 : Integer.parseInt(head.substring(9, 12));
    }
  }

  HostileClient(int port) {
    this.port = port;
  }

  Answer send(HostileRequests.Hostile request) throws IOException {
    byte[] bytes = request.text().getBytes(StandardCharsets.ISO_8859_1);
    if (request.alone()) {
      return alone(bytes);
    }
    boolean head = request.text().startsWith("HEAD ");
    boolean fresh = kept == null;
    try {
      return together(bytes, head);
    } catch (IOException e) {
      close();
      // The server may have ended the connection after the answer before.
      if (fresh) {
        throw e;
      }
      return together(bytes, head);
    }
  }

  private Answer alone(byte[] request) throws IOException {
    try (Socket socket = connect()) {
      try {
        socket.getOutputStream().write(request);
        socket.shutdownOutput();
      } catch (IOException e) {
        // It has answered and closed before it had read all.
        return new Answer("", "");
      }
      return alone(socket);
    }
  }

  private static Answer alone(Socket socket) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(all);
    } catch (java.net.SocketTimeoutException e) {
      throw new IllegalStateException("no end of the answer: " + all, e);
    } catch (IOException e) {
      // A reset after the answer; what came before it counts.
      return split(all.toString(StandardCharsets.ISO_8859_1));
    }
    return split(all.toString(StandardCharsets.ISO_8859_1));
  }

  private static Answer split(String text) {
    int end = text.indexOf("\r\n\r\n");
    return end < 0 ? new Answer("", text) : new Answer(text.substring(0, end), text.substring(end));
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    return socket;
  }

  private Answer together(byte[] request, boolean head) throws IOException {
    if (kept == null || answers == null) {
      kept = connect();
      answers = new BufferedInputStream(kept.getInputStream());
    }
    kept.getOutputStream().write(request);
    InputStream in = answers;
    String top = head(in);
    if (top.startsWith("HTTP/1.1 100")) {
      top = head(in);
    }
    String lower = top.toLowerCase(Locale.ROOT);
    boolean bodiless = head || top.startsWith("HTTP/1.1 204") || top.startsWith("HTTP/1.1 304");
    String body = bodiless ? "" : body(in, lower);
    if (lower.contains("connection: close")) {
      close();
    }
    return new Answer(top, body);
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.indexOf("\r\n\r\n", Math.max(0, text.length() - 4)) < 0) {
      int c = in.read();
      if (c < 0) {
        throw new IOException("the connection ended: " + text);
      }
      text.append((char) c);
    }
    return text.substring(0, text.length() - 4);
  }

  private static String body(InputStream in, String head) throws IOException {
    if (head.contains("transfer-encoding: chunked")) {
      StringBuilder body = new StringBuilder();
      while (true) {
        int size = Integer.parseInt(line(in), 16);
        body.append(new String(in.readNBytes(size), StandardCharsets.ISO_8859_1));
        line(in);
        if (size == 0) {
          return body.toString();
        }
      }
    }
    Matcher length = LENGTH.matcher(head);
    byte[] bytes =
        length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : in.readAllBytes();
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the connection ended within a chunk");
      }
      line.append((char) c);
    }
    return line.toString().strip();
  }

  @Override
  public void close() throws IOException {
    if (kept != null) {
      kept.close();
    }
    kept = null;
    answers = null;
  }
}
