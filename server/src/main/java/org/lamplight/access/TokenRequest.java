package org.lamplight.access;

import static org.lamplight.fault.Fault.require;

/**
 * A token that is asked for.
 *
 * @param name what its owner calls it
 * @param purpose what it is for; each read by it carries this in the audit trail
 * @param days until it ends
 */
public record TokenRequest(String name, String purpose, int days) {

  public TokenRequest {
    name = name.strip();
    purpose = purpose.strip();
    require(!name.isEmpty() && name.length() <= 80, "name: must have 1 to 80 characters");
    require(
        !purpose.isEmpty() && purpose.length() <= 200, "purpose: must have 1 to 200 characters");
    // They are printed at the command line, where such characters move the cursor.
    require(
        (name + purpose).chars().noneMatch(Character::isISOControl),
        "name, purpose: must hold no control characters");
    require(days >= 1 && days <= 366, "days: must be a whole number from 1 to 366");
  }
}
