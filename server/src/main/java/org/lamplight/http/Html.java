package org.lamplight.http;

import java.nio.charset.StandardCharsets;

/** Writes HTML; every text and every attribute is escaped, so that stored text never runs. Tags and attributes are ours. */
public final class Html {

  private final StringBuilder out = new StringBuilder(8_192);

  public Html open(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
    out.append('>');
    return this;
  }

  public Html close(String tag) {
    out.append("</").append(tag).append(">\n");
    return this;
  }

  public Html text(String text) {
    escape(text);
    return this;
  }

  /** An element that holds only text. */
  public Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  public Html link(String href, String text) {
    return open("a", "href", href).text(text).close("a");
  }

  /** The document type, which is no element. */
  public Html doctype() {
    out.append("<!doctype html>\n");
    return this;
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }

  public byte[] bytes() {
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }
}
