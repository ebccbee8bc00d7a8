package org.lamplight.standin.app;

/** What nothing below may use. */
public final class Top {

  /** Not folded into its users, so that the dependency stays visible. */
  public static final String NAME = String.valueOf("top");

  private Top() {}
}
