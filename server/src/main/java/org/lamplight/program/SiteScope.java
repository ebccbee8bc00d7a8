package org.lamplight.program;

/** Which sites a reader may see. */
public enum SiteScope {
  /** Those that are published: all that the public's database role can read. */
  PUBLISHED("published_site"),
  ALL("site");

  private final String relation;

  SiteScope(String relation) {
    this.relation = relation;
  }

  /** The relation that they are read from. */
  String relation() {
    return relation;
  }
}
