package org.lamplight.study;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lamplight.http.Caller;
import org.lamplight.http.Role;

/**
 * A run that is kept.
 *
 * @param account number of the account that keeps it
 * @param inputs the execution as it was asked: inputs and outputs, as JSON
 * @param filter over the stored layer, as JSON; null where the data came with the request
 * @param layer the stored layer's id; null where the data came with the request
 * @param parameters with defaults filled in, as JSON
 * @param result all outputs as one JSON object, byte for byte
 * @param card the method card as it read then, as JSON
 * @param reason why police-generated offences are in it
 * @param sensitive whether it was run by somebody who sees incidents of sensitive offences
 * @param police whether police-generated offences are in it
 * @param sharedRole the role whose holders may open it by its link
 */
record Study(
    String id,
    long account,
    String accountName,
    String title,
    String process,
    String inputs,
    @Nullable String filter,
    @Nullable String layer,
    long dataVersion,
    @Nullable Long seed,
    String parameters,
    String result,
    String card,
    @Nullable String reason,
    boolean sensitive,
    boolean police,
    @Nullable String sharedRole,
    Instant createdAt) {

  boolean isOf(Caller caller) {
    return caller.account() != null && caller.account().id() == account;
  }

  /** Whether the caller may open it: his own, while he may see the layer, or one that is shared with a role of his. */
  boolean isOpenTo(Caller caller) {
    boolean layerSeen = layer == null || caller.may(Role.ANALYST);
    boolean sensitiveSeen = !sensitive || caller.seesSensitive();
    boolean shared = (Role.ANALYST.name().equalsIgnoreCase(sharedRole) && caller.may(Role.ANALYST))
        || (Role.MANAGER.name().equalsIgnoreCase(sharedRole)
            && (caller.may(Role.MANAGER) || caller.may(Role.ANALYST)));
    return layerSeen && sensitiveSeen && (isOf(caller) || shared);
  }
}
