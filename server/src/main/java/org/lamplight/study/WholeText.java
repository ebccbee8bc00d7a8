package org.lamplight.study;

import com.fasterxml.jackson.databind.JsonNode;
import org.lamplight.fault.Fault;

/** Half a character is JSON, but no text that could be kept or sent back. */
public final class WholeText {

  private WholeText() {}

  /** Refuses a document of which a text or a name holds half a character. */
  public static void require(JsonNode node) {
    if (node.isTextual()) {
      require(node.textValue());
    } else if (node.isContainerNode()) {
      node.fieldNames().forEachRemaining(WholeText::require);
      node.forEach(WholeText::require);
    }
  }

  private static void require(String text) {
    boolean broken = text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    Fault.require(!broken, "the body holds half a character");
  }
}
