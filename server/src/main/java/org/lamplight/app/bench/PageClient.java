package org.lamplight.app.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A light HTTP client on one kept connection: it reads an answer and keeps nothing of it. */
final class PageClient implements AutoCloseable {

  private final Socket socket;
  private final InputStream in;
  private final String headers;
  private final byte[] waste = new byte[1 << 16];

  PageClient(Target server) throws IOException {
    int port = server.address().getPort();
    this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
    this.socket.setTcpNoDelay(true);
    this.socket.setSoTimeout(60_000);
    this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    this.headers = "Host: localhost:" + port + "\r\nAuthorization: Bearer " + server.token()
        + "\r\nAccept: application/geo+json\r\n";
  }

  /**
   * What came.
   *
   * @param firstByte nanoseconds until the first byte of the body
   */
  record Answer(int status, long bytes, long firstByte) {}

  Answer get(String path) throws IOException {
    long asked = System.nanoTime();
    String request = "GET " + path + " HTTP/1.1\r\n" + headers + "\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    int status = Integer.parseInt(line().substring(9, 12));
    long length = -1;
    for (String header = line(); !header.isEmpty(); header = line()) {
      if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
        length = Long.parseLong(header.substring(15).strip());
      }
    }
    in.mark(1);
    if (length != 0) {
      in.read();
      in.reset();
    }
    long first = System.nanoTime() - asked;
    return new Answer(status, length >= 0 ? skip(length) : chunks(), first);
  }

  private long chunks() throws IOException {
    long sum = 0;
    while (true) {
      long size = Long.parseLong(line().strip(), 16);
      sum += skip(size);
      line();
      if (size == 0) {
        return sum;
      }
    }
  }

  private long skip(long bytes) throws IOException {
    for (long left = bytes; left > 0; ) {
      int read = in.read(waste, 0, (int) Math.min(waste.length, left));
      if (read < 0) {
        throw new IOException("the answer was cut short");
      }
      left -= read;
    }
    return bytes;
  }

  private String line() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the connection was closed");
      }
      if (c != '\r') {
        text.append((char) c);
      }
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
