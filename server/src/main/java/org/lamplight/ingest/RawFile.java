package org.lamplight.ingest;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.lamplight.fault.Fault;

/** A file as given: hashed and counted as it streams by, unpacked by what it is and not by what it is called. */
final class RawFile implements AutoCloseable {

  private static final int BUFFER = 1 << 16;
  private final String name;
  private final long size;
  private final Counted counted;

  private RawFile(String name, long size, InputStream in) {
    this.name = name;
    this.size = size;
    this.counted = new Counted(in);
  }

  /** Opens a path, or standard input for "-". */
  static RawFile open(String source) {
    if (source.equals("-")) {
      return new RawFile("-", -1, System.in);
    }
    Path path = Path.of(source);
    Fault.require(Files.exists(path), source + ": there is no such file");
    Fault.require(Files.isReadable(path) && !Files.isDirectory(path), source + ": cannot be read");
    try {
      return new RawFile(
          String.valueOf(path.getFileName()), Files.size(path), Files.newInputStream(path));
    } catch (IOException e) {
      throw Fault.invalid(source + ": cannot be read");
    }
  }

  String name() {
    return name;
  }

  /** Size in bytes; -1 when not known before the end. */
  long size() {
    return size;
  }

  long bytesTaken() {
    return counted.count;
  }

  /** The bytes inside: of a gzip, of the only file in a zip, or the file's own. */
  InputStream unpacked() throws IOException {
    BufferedInputStream in = new BufferedInputStream(counted, BUFFER);
    in.mark(4);
    byte[] magic = in.readNBytes(4);
    in.reset();
    Fault.require(magic.length > 0, name + ": is empty");
    if (magic.length >= 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b) {
      return new Unpacked(name, gunzip(in));
    }
    if (magic.length >= 4 && magic[0] == 'P' && magic[1] == 'K' && magic[2] == 3 && magic[3] == 4) {
      return new Unpacked(name, unzip(in));
    }
    return in;
  }

  private InputStream gunzip(InputStream in) throws IOException {
    try {
      return new GZIPInputStream(in, BUFFER);
    } catch (EOFException e) {
      throw Fault.invalid(name + ": is cut short");
    }
  }

  private InputStream unzip(InputStream in) throws IOException {
    ZipInputStream zip = new ZipInputStream(in);
    ZipEntry entry = zip.getNextEntry();
    while (entry != null && entry.isDirectory()) {
      entry = zip.getNextEntry();
    }
    Fault.require(entry != null, name + ": holds no file");
    return zip;
  }

  /** The hash of every byte; reads what is left so that it is of the whole file. */
  String sha256() throws IOException {
    counted.transferTo(java.io.OutputStream.nullOutputStream());
    return HexFormat.of().formatHex(counted.digest.digest());
  }

  @Override
  public void close() throws IOException {
    if (!name.equals("-")) {
      counted.end();
    }
  }

  private static final class Counted extends FilterInputStream {
    private final MessageDigest digest;
    private volatile long count;

    Counted(InputStream in) {
      super(in);
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Whoever reads the text may close it; the rest of the bytes is still wanted for the hash. */
    @Override
    public void close() {}

    void end() throws IOException {
      in.close();
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes, others only look
    public int read(byte[] into, int offset, int length) throws IOException {
      int taken = super.read(into, offset, length);
      if (taken > 0) {
        digest.update(into, offset, taken);
        count += taken;
      }
      return taken;
    }
  }

  /** Turns what a damaged archive throws into a sentence. */
  private static final class Unpacked extends FilterInputStream {
    private final String name;

    Unpacked(String name, InputStream in) {
      super(in);
      this.name = name;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      try {
        int taken = super.read(into, offset, length);
        if (taken < 0 && in instanceof ZipInputStream zip) {
          Fault.require(
              zip.getNextEntry() == null, name + ": holds several files; give the one to import");
        }
        return taken;
      } catch (EOFException e) {
        throw Fault.invalid(name + ": is cut short: its packed data ends too early");
      } catch (ZipException e) {
        throw Fault.invalid(name + ": is damaged: its packed data cannot be read");
      }
    }
  }
}
