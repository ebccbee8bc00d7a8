package org.lamplight.standin.util;

/** In a package that is not in the table and whose name says nothing. */
public final class Odds {

  private Odds() {}
}
