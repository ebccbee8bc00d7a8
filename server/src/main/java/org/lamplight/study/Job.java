package org.lamplight.study;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lamplight.fault.Fault;

/**
 * An execution that answers later than its request.
 *
 * @param request the execute request as JSON
 * @param percent how much of it is done
 * @param message what there is to say of its state
 * @param fault why it failed
 * @param stored whether it runs on a stored layer
 * @param sensitive whether it could see incidents of sensitive offences
 * @param result all outputs as one JSON object, once it is successful; left out in lists
 */
public record Job(
    String id,
    String process,
    String request,
    Status status,
    int percent,
    @Nullable String message,
    Fault.@Nullable Kind fault,
    Owner owner,
    boolean stored,
    boolean sensitive,
    Times times,
    @Nullable String result) {

  /** Its states, as OGC API Processes names them. */
  public enum Status {
    ACCEPTED,
    RUNNING,
    SUCCESSFUL,
    FAILED,
    DISMISSED;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Status of(String id) {
      return valueOf(id.toUpperCase(Locale.ROOT));
    }

    public boolean isOver() {
      return this != ACCEPTED && this != RUNNING;
    }
  }

  /** When it was asked for, began, ended, and last changed. */
  public record Times(
      Instant created, @Nullable Instant started, @Nullable Instant finished, Instant updated) {}

  /**
   * Whose it is.
   *
   * @param account number of the account; null for anybody
   * @param name of the account
   * @param client what stands for the address of anybody
   */
  public record Owner(
      @Nullable Long account,
      @Nullable String name,
      @Nullable String client) {

    /** Whether that is the same one; names do not count. */
    public boolean isSame(Owner other) {
      return account == null
          ? other.account == null && client != null && client.equals(other.client)
          : account.equals(other.account);
    }
  }

  /** The same with so much done. */
  Job at(int done) {
    return new Job(
        id, process, request, status, done, message, fault, owner, stored, sensitive, times,
        result);
  }
}
