package org.lamplight.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.lamplight.fault.Fault;

/**
 * Bytes to text. A byte-order mark decides; otherwise zero bytes tell UTF-16, and the rest is UTF-8 until a byte that cannot be:
 * from there it is Windows-1252 (a superset of Latin-1), provided that all before it was plain ASCII.
 */
final class TextDecoder extends Reader {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int SNIFF = 4096;
  private final String name;
  private final InputStream in;
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
  private CharsetDecoder decoder;
  private boolean plainSoFar = true;
  private boolean ended;

  private TextDecoder(String name, InputStream in, Charset charset) {
    this.name = name;
    this.in = in;
    this.decoder = strict(charset);
  }

  static TextDecoder of(String name, InputStream in) throws IOException {
    PushbackInputStream start = new PushbackInputStream(in, SNIFF);
    byte[] head = start.readNBytes(SNIFF);
    Fault.require(head.length > 0, name + ": is empty");
    Charset charset = charset(head);
    int mark = markLength(head);
    start.unread(head, mark, head.length - mark);
    return new TextDecoder(name, start, charset);
  }

  private static Charset charset(byte[] head) {
    int first = at(head, 0) << 8 | at(head, 1);
    if (first == 0xfffe) {
      return StandardCharsets.UTF_16LE;
    }
    if (first == 0xfeff) {
      return StandardCharsets.UTF_16BE;
    }
    int even = 0;
    int odd = 0;
    for (int i = 0; i < head.length; i++) {
      if (head[i] == 0) {
        if (i % 2 == 0) {
          even++;
        } else {
          odd++;
        }
      }
    }
    if (odd > head.length / 4) {
      return StandardCharsets.UTF_16LE;
    }
    return even > head.length / 4 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
  }

  private static int markLength(byte[] head) {
    if (at(head, 0) == 0xef && at(head, 1) == 0xbb && at(head, 2) == 0xbf) {
      return 3;
    }
    int first = at(head, 0) << 8 | at(head, 1);
    return first == 0xfffe || first == 0xfeff ? 2 : 0;
  }

  private static int at(byte[] bytes, int index) {
    return index < bytes.length ? bytes[index] & 0xff : 0;
  }

  private static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    CharBuffer chars = CharBuffer.wrap(into, offset, length);
    while (chars.position() == offset) {
      if (!bytes.hasRemaining() || stuck(chars)) {
        if (ended) {
          return end();
        }
        fill();
      }
    }
    return chars.position() - offset;
  }

  /** Decodes what is there; whether more bytes are needed before a character comes out. */
  private boolean stuck(CharBuffer chars) {
    int before = chars.position();
    CoderResult result = decoder.decode(bytes, chars, ended);
    note(chars, before);
    if (result.isError()) {
      fallBack();
      return false;
    }
    return chars.position() == before;
  }

  private void note(CharBuffer chars, int before) {
    for (int i = before; plainSoFar && i < chars.position(); i++) {
      plainSoFar = chars.get(i) < 0x80;
    }
  }

  private void fallBack() {
    Fault.require(
        plainSoFar && decoder.charset().equals(StandardCharsets.UTF_8),
        name + ": is written neither in UTF-8, UTF-16 nor Latin-1 throughout; save it as UTF-8");
    decoder = WINDOWS_1252
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE);
  }

  private int end() {
    Fault.require(!bytes.hasRemaining(), name + ": ends in the middle of a character");
    return -1;
  }

  private void fill() throws IOException {
    bytes.compact();
    int taken = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (taken < 0) {
      ended = true;
    } else {
      bytes.position(bytes.position() + taken);
    }
    bytes.flip();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
