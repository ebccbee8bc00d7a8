package org.lamplight.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.lamplight.db.TestFolder;

/** A private nginx with a cache before a server, as an operator would set it up who did not think about roles. */
final class Nginx implements AutoCloseable {

  private static final String CONFIGURATION = """
      daemon off;
      master_process off;
      pid FOLDER/nginx.pid;
      error_log FOLDER/error.log;
      events { worker_connections 256; }
      http {
        access_log off;
        client_body_temp_path FOLDER/body;
        proxy_temp_path FOLDER/proxy;
        fastcgi_temp_path FOLDER/fastcgi;
        uwsgi_temp_path FOLDER/uwsgi;
        scgi_temp_path FOLDER/scgi;
        proxy_cache_path FOLDER/cache keys_zone=answers:4m;
        server {
          listen 127.0.0.1:FRONT;
          location / {
            proxy_pass http://127.0.0.1:BACK;
            proxy_http_version 1.1;
            proxy_set_header Host $http_host;
            proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
            proxy_set_header X-Forwarded-Proto $scheme;
            proxy_cache answers;
            proxy_cache_valid any 5m;
            add_header X-Cache $upstream_cache_status always;
          }
        }
      }
      """;
  private final Path folder;
  private final Process process;
  private final int port;

  private Nginx(Path folder, Process process, int port) {
    this.folder = folder;
    this.process = process;
    this.port = port;
  }

  /** Starts it before the server on that port. */
  static Nginx before(int back) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("lamplight-nginx");
    int front = freePort();
    Path file = folder.resolve("nginx.conf");
    Files.writeString(
        file,
        CONFIGURATION
            .replace("FOLDER", folder.toString())
            .replace("FRONT", Integer.toString(front))
            .replace("BACK", Integer.toString(back)));
    Process process = new ProcessBuilder(program(), "-p", folder.toString(), "-c", file.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output").toFile())
        .start();
    Nginx nginx = new Nginx(folder, process, front);
    nginx.awaitStart();
    return nginx;
  }

  private static String program() {
    return Stream.of(
            "/usr/sbin/nginx",
            "/usr/local/sbin/nginx",
            "/usr/local/bin/nginx",
            "/opt/homebrew/bin/nginx")
        .filter(path -> Files.isExecutable(Path.of(path)))
        .findFirst()
        .orElse("nginx");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitStart() throws IOException, InterruptedException {
    for (int i = 0; i < 200; i++) {
      if (!process.isAlive()) {
        throw new IOException("nginx did not start: " + Files.readString(folder.resolve("output")));
      }
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        if (socket.isConnected()) {
          return;
        }
      } catch (IOException e) {
        Thread.sleep(50);
      }
    }
    throw new IOException("nginx does not listen: " + Files.readString(folder.resolve("output")));
  }

  int port() {
    return port;
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    TestFolder.delete(folder);
  }
}
