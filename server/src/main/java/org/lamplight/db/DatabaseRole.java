package org.lamplight.db;

/** Who signs in to the database, each with no more than its work needs; the migrations say what each may do. */
public enum DatabaseRole {
  /** Reads releases, published areas, programs and published sites; knows no incident. */
  PUBLIC("lamplight_public", "DATABASE_PUBLIC_URL"),
  /** Reads the layers, and keeps what staff work out. */
  STAFF("lamplight_staff", "DATABASE_STAFF_URL"),
  /** Owns the layers: imports, and writes releases. */
  IMPORT("lamplight_import", "DATABASE_IMPORT_URL"),
  /** Accounts and sessions; adds to the audit trail. */
  AUTH("lamplight_auth", "DATABASE_AUTH_URL");

  private final String user;
  private final String setting;

  DatabaseRole(String user, String setting) {
    this.user = user;
    this.setting = setting;
  }

  /** Its name in PostgreSQL. */
  public String user() {
    return user;
  }

  /** The setting that names its address where Lamplight may not make the role itself. */
  public String setting() {
    return setting;
  }
}
