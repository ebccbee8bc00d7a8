package org.lamplight.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.lamplight.fault.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where failures become answers: problem+json (RFC 9457), never with a message of the machinery. */
final class Problems {

  static final String TYPE = "application/problem+json";

  /** The request's attribute that holds another media type for its problem document. */
  static final String TYPE_ATTRIBUTE = "lamplight.problem.type";

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
    } else {
      refusal(failure).ifPresentOrElse(refusal -> write(ctx, refusal), () -> bug(failure, ctx));
    }
  }

  /** What the caller is told of a failure that is his, or that passes; empty for bugs. */
  private Optional<Refusal> refusal(Throwable failure) {
    if (failure instanceof Refusal refusal) {
      return Optional.of(refusal);
    }
    if (failure instanceof HttpResponseException http) {
      return Optional.of(new Refusal(http.getStatus(), sentence(http)));
    }
    Optional<Refusal> unread = unread(failure);
    if (unread.isPresent()) {
      return unread;
    }
    Optional<Fault> fault =
        failure instanceof Fault known ? Optional.of(known) : faults.apply(failure);
    return fault.map(known -> new Refusal(status(known.kind()), known.sentence()));
  }

  /** A request that broke off, came too slowly or is malformed in its body. */
  private static Optional<Refusal> unread(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof HttpException http && http.getCode() < 500) {
        String detail =
            http.getCode() == 408 ? "the request came too slowly" : "the request cannot be read";
        return Optional.of(new Refusal(http.getCode(), detail));
      }
      if (t instanceof TimeoutException && failure instanceof IOException) {
        return Optional.of(new Refusal(408, "the request came too slowly"));
      }
    }
    return Optional.empty();
  }

  private void bug(Throwable failure, Context ctx) {
    String reference = UUID.randomUUID().toString();
    LOG.error("bug {} at {} {}", reference, ctx.method(), ctx.path(), failure);
    write(
        ctx,
        new Refusal(500, "Something is wrong on our side; the reference finds it in the log.")
            .member("reference", reference));
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

  private void write(Context ctx, Refusal refusal) {
    clear(ctx.res());
    headers.apply(ctx);
    Crossing.apply(ctx);
    int status = refusal.status();
    ctx.status(status);
    refusal.headers().forEach(ctx::header);
    if (status == 503) {
      ctx.header("Retry-After", "2");
    }
    try {
      String type = ctx.attribute(TYPE_ATTRIBUTE);
      Body.send(
          ctx, type == null ? TYPE : type, document(status, refusal.sentence(), refusal.members()));
    } catch (UncheckedIOException e) {
      abort(ctx);
    }
  }

  /** What the handler has set so far; the servlet's own reset reads the request's headers again and fails where they are broken. */
  private static void clear(HttpServletResponse response) {
    response.resetBuffer();
    List.copyOf(response.getHeaderNames()).stream()
        .filter(name -> !name.equalsIgnoreCase("Connection"))
        .forEach(name -> response.setHeader(name, null));
  }

  static byte[] document(int status, String detail, Map<String, Object> extra) {
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
