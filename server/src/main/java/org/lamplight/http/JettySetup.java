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
import org.jspecify.annotations.Nullable;

/** Jetty's limits, and its answers to requests that never reach a route. */
final class JettySetup {

  private static final int ACCEPT_QUEUE = 4_096;
  private static final int LONGEST_HEADERS = 8 * 1024;
  private static final int SLOWEST_BYTES_PER_SECOND = 100;

  private JettySetup() {}

  // The handler that is to replace this setting wraps every request, and also judges slow readers.
  @SuppressWarnings("removal")
  static void apply(JettyConfig jetty, ServerSettings settings, SecurityHeaders headers) {
    jetty.modifyHttpConfiguration(http -> {
      http.setSendServerVersion(false);
      http.setSendXPoweredBy(false);
      http.setRequestHeaderSize(LONGEST_HEADERS);
      // A header cache costs memory for each connection; slow senders would hold one for ever.
      http.setHeaderCacheSize(0);
      http.setMinRequestDataRate(SLOWEST_BYTES_PER_SECOND);
    });
    jetty.addConnector((server, http) -> {
      ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
      connector.setHost(settings.host());
      connector.setPort(settings.port());
      connector.setIdleTimeout(settings.limits().idle().toMillis());
      connector.setAcceptQueueSize(ACCEPT_QUEUE);
      return connector;
    });
    jetty.modifyServer(server -> {
      server.addBean(new NetworkConnectionLimit(settings.limits().connections(), server));
      server.setErrorHandler(new Refusals(headers, settings.publicUrl()));
    });
    jetty.modifyServletContextHandler(context -> {
      context.setErrorHandler(new Refusals(headers, settings.publicUrl()));
      // Otherwise Jetty answers a target without a path by a redirect of its own, to "//".
      context.setAllowNullPathInContext(true);
    });
  }

  /** What Jetty itself refuses: broken requests, too long headers, protocols that are not spoken. */
  private static final class Refusals extends ErrorHandler {

    private final SecurityHeaders headers;
    private final @Nullable String base;

    Refusals(SecurityHeaders headers, @Nullable String base) {
      this.headers = headers;
      this.base = base;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      int status = response.getStatus();
      if (status == 501 || status == 505) {
        // What is not spoken here is the client's mistake, and no failure of the server's.
        status = 400;
        response.setStatus(status);
      }
      headers.apply(response.getHeaders()::put, base);
      response.getHeaders().put("Content-Type", Problems.TYPE);
      response.getHeaders().put("Cache-Control", Caching.NEVER);
      response.getHeaders().put("Vary", Vary.CALLER);
      response.getHeaders().put("Cross-Origin-Resource-Policy", "same-origin");
      response.write(true, ByteBuffer.wrap(problem(status)), callback);
      return true;
    }

    private static byte[] problem(int status) {
      String detail = switch (status) {
        case 404 -> "there is nothing here";
        case 405 -> "this method is not allowed here";
        case 408 -> "the request came too slowly";
        case 413 -> "the body is larger than 1 MB";
        case 414 -> "the URL is longer than 4094 bytes";
        case 431 -> "the headers are longer than 8 KB";
        default -> status < 500 ? "the request cannot be read" : "the request cannot be answered";
      };
      return Problems.document(status, detail, Map.of());
    }
  }
}
