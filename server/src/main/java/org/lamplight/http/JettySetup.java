package org.lamplight.http;

import io.javalin.config.JettyConfig;
import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Jetty's limits, and its answers to requests that never reach a route. */
final class JettySetup {

  private static final int CONNECTIONS = 10_000;
  private static final int ACCEPT_QUEUE = 4_096;
  private static final long IDLE_MILLIS = 15_000;

  private JettySetup() {}

  // The handler that is to replace this setting wraps every request, and also judges slow readers.
  @SuppressWarnings("removal")
  static void apply(JettyConfig jetty, ServerSettings settings, SecurityHeaders headers) {
    jetty.modifyHttpConfiguration(http -> {
      http.setSendServerVersion(false);
      http.setSendXPoweredBy(false);
      http.setRequestHeaderSize(8 * 1024);
      // A header cache costs memory for each connection; slow senders would hold one for ever.
      http.setHeaderCacheSize(0);
      http.setMinRequestDataRate(100);
    });
    jetty.addConnector((server, http) -> {
      ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
      connector.setHost(settings.host());
      connector.setPort(settings.port());
      connector.setIdleTimeout(IDLE_MILLIS);
      connector.setAcceptQueueSize(ACCEPT_QUEUE);
      return connector;
    });
    jetty.modifyServer(server -> {
      server.addBean(new NetworkConnectionLimit(CONNECTIONS, server));
      server.setErrorHandler(new Refusals(headers));
    });
  }

  /** What Jetty itself refuses: broken requests, too long headers. */
  private static final class Refusals extends ErrorHandler {

    private final SecurityHeaders headers;

    Refusals(SecurityHeaders headers) {
      this.headers = headers;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      int status = response.getStatus();
      headers.apply(response.getHeaders()::put);
      response.getHeaders().put("Content-Type", Problems.TYPE);
      response.getHeaders().put("Cache-Control", "no-store");
      response.write(true, ByteBuffer.wrap(problem(status)), callback);
      return true;
    }

    private static byte[] problem(int status) {
      String detail = switch (status) {
        case 414 -> "the URL is longer than 4094 bytes";
        case 431 -> "the headers are longer than 8 KB";
        case 404 -> "there is nothing here";
        default -> "the request cannot be read";
      };
      return Problems.document(status, detail, Map.of());
    }
  }
}
