package org.lamplight.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpStatus;
import org.lamplight.fault.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where failures become answers: problem+json (RFC 9457), never with a message of the machinery. */
final class Problems {

  static final String TYPE = "application/problem+json";
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Function<Throwable, Optional<Fault>> faults;
  private final SecurityHeaders headers;

  Problems(Function<Throwable, Optional<Fault>> faults, SecurityHeaders headers) {
    this.faults = faults;
    this.headers = headers;
  }

  void answer(Throwable failure, Context ctx) {
    if (clientLeft(failure)) {
      LOG.debug("client left {}", ctx.path());
    } else if (ctx.res().isCommitted()) {
      LOG.error("answer to {} cut short", ctx.path(), failure);
      abort(ctx);
    } else if (failure instanceof HttpResponseException http) {
      Map<String, String> extra = http.getDetails();
      write(ctx, http.getStatus(), sentence(http), Map.of());
      String allow = extra.get("availableMethods");
      if (allow != null) {
        ctx.header("Allow", allow);
      }
    } else {
      Fault fault = failure instanceof Fault f ? f : faults.apply(failure).orElse(null);
      if (fault == null) {
        bug(failure, ctx);
      } else {
        write(ctx, status(fault.kind()), fault.sentence(), Map.of());
      }
    }
  }

  private void bug(Throwable failure, Context ctx) {
    String reference = UUID.randomUUID().toString();
    LOG.error("bug {} at {} {}", reference, ctx.method(), ctx.path(), failure);
    write(
        ctx,
        500,
        "Something is wrong on our side; the reference finds it in the log.",
        Map.of("reference", reference));
  }

  private static boolean clientLeft(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof org.eclipse.jetty.io.EofException) {
        return true;
      }
    }
    return false;
  }

  /**
   * Ends the connection so that nobody takes a cut answer for a whole one. The socket itself is closed: the servlet's own
   * abort, {@code sendError(-1)}, leaves a state that Javalin reports as a second error.
   */
  private static void abort(Context ctx) {
    ServletContextRequest.getServletContextRequest(ctx.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }

  private void write(Context ctx, int status, String detail, Map<String, String> extra) {
    ctx.res().reset();
    headers.apply(ctx.res()::setHeader);
    ctx.status(status);
    Crossing.apply(ctx);
    if (status == 503) {
      ctx.header("Retry-After", "2");
    }
    ctx.contentType(TYPE);
    try {
      Body.send(ctx, TYPE, document(status, detail, extra));
    } catch (UncheckedIOException e) {
      abort(ctx);
    }
  }

  static byte[] document(int status, String detail, Map<String, String> extra) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", HttpStatus.getMessage(status));
    problem.put("status", status);
    problem.put("detail", detail);
    problem.putAll(extra);
    try {
      return JSON.writeValueAsBytes(problem);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sentence(HttpResponseException e) {
    return switch (e.getStatus()) {
      case 404 -> "there is nothing here";
      case 405 -> "this method is not allowed here";
      default -> e.getMessage() == null ? HttpStatus.getMessage(e.getStatus()) : e.getMessage();
    };
  }

  private static int status(Fault.Kind kind) {
    return switch (kind) {
      case INVALID -> 400;
      case MISSING -> 404;
      case FORBIDDEN -> 403;
      case CONFLICT -> 409;
      case TOO_LARGE -> 413;
      case BUSY -> 503;
      case TOO_SLOW -> 504;
    };
  }
}
