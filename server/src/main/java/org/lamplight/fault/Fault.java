package org.lamplight.fault;

import org.jspecify.annotations.Nullable;

/** A failure that the caller can act on; everything else is a bug. */
public final class Fault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What the caller can do about it. */
  public enum Kind {
    /** The input is wrong: mend it. */
    INVALID,
    /** There is no such thing, or the caller may not know of it. */
    MISSING,
    /** The caller may not do this. */
    FORBIDDEN,
    /** It does not fit the present state. */
    CONFLICT,
    /** It is larger than a stated limit. */
    TOO_LARGE,
    /** Nothing is wrong with the input: try again later. */
    BUSY,
    /** It took longer than it may: ask for less. */
    TOO_SLOW
  }

  private final Kind kind;

  public Fault(Kind kind, String message) {
    this(kind, message, null);
  }

  public Fault(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public static Fault invalid(String message) {
    return new Fault(Kind.INVALID, message);
  }

  public static Fault missing(String message) {
    return new Fault(Kind.MISSING, message);
  }

  /** Throws INVALID with the message unless the condition holds. */
  public static void require(boolean holds, String message) {
    if (!holds) {
      throw invalid(message);
    }
  }

  public Kind kind() {
    return kind;
  }

  /** The sentence for the caller; never null. */
  public String sentence() {
    String message = getMessage();
    return message == null ? kind.name() : message;
  }
}
