package org.lamplight.incident;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of a city's snapshot: a header that says what it is of, the columns one after the other, and a checksum of all of it. One
 * that is cut short, altered, or of another city, version, schema or database is not believed.
 */
final class SnapshotFile {

  private static final Logger LOG = LoggerFactory.getLogger(SnapshotFile.class);
  private static final String MAGIC = "lamplight snapshot 1\n";
  private static final int BUFFER = 1 << 22;

  private final Path file;

  SnapshotFile(Path folder, String city) {
    this.file = folder.resolve(city + ".snapshot");
  }

  /** Writes beside the file and then takes its place, so that no reader ever sees half a file. Readable by this account alone. */
  void write(String identity, SnapshotColumns columns) throws IOException {
    Files.createDirectories(file.getParent());
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.deleteIfExists(next);
    Files.createFile(
        next,
        java.nio.file.attribute.PosixFilePermissions.asFileAttribute(
            java.nio.file.attribute.PosixFilePermissions.fromString("rw-------")));
    try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
      Writer writer = new Writer(channel);
      writer.put(header(identity));
      columns.carry(writer, columns.areas.length);
      writer.end();
      channel.force(false);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static byte[] header(String identity) {
    return (MAGIC + identity + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** The columns, if the file is whole and of that identity. */
  Optional<SnapshotColumns> read(String identity, int sets) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      Reader reader = new Reader(channel);
      byte[] expected = header(identity);
      if (channel.size() < expected.length || !reader.begins(expected)) {
        return Optional.empty();
      }
      SnapshotColumns columns = new SnapshotColumns();
      columns.carry(reader, sets);
      reader.end();
      return Optional.of(columns);
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      LOG.warn("snapshot file {} is not believed: {}", file, e.getMessage());
      return Optional.empty();
    }
  }

  /** Puts columns into the file, each behind its length in bytes. */
  private static final class Writer implements SnapshotColumns.Carrier {
    private final FileChannel channel;
    private final CRC32C sum = new CRC32C();
    private final ByteBuffer buffer =
        ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);

    Writer(FileChannel channel) {
      this.channel = channel;
    }

    void put(byte[] bytes) throws IOException {
      buffer.put(bytes);
      flush();
    }

    private void flush() throws IOException {
      buffer.flip();
      sum.update(buffer.duplicate());
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      buffer.clear();
    }

    void end() throws IOException {
      long value = sum.getValue();
      buffer.putLong(value);
      flush();
    }

    /** Puts {@code length} elements of {@code width} bytes; {@code part} puts those of a range into the buffer. */
    private void column(
        int length, int width, java.util.function.BiConsumer<Integer, Integer> part) {
      try {
        buffer.putLong((long) length * width);
        flush();
        int most = BUFFER / width;
        for (int from = 0; from < length; from += most) {
          int count = Math.min(most, length - from);
          part.accept(from, count);
          buffer.position(count * width);
          flush();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public int[] ints(int[] column) {
      column(column.length, 4, (from, count) -> buffer.asIntBuffer().put(column, from, count));
      return column;
    }

    @Override
    public long[] longs(long[] column) {
      column(column.length, 8, (from, count) -> buffer.asLongBuffer().put(column, from, count));
      return column;
    }

    @Override
    public short[] shorts(short[] column) {
      column(column.length, 2, (from, count) -> buffer.asShortBuffer().put(column, from, count));
      return column;
    }

    @Override
    public byte[] bytes(byte[] column) {
      column(column.length, 1, (from, count) -> buffer.duplicate().put(column, from, count));
      return column;
    }

    @Override
    public double[] doubles(double[] column) {
      column(column.length, 8, (from, count) -> buffer.asDoubleBuffer().put(column, from, count));
      return column;
    }
  }

  /** Takes columns from the mapped file. */
  private static final class Reader implements SnapshotColumns.Carrier {
    private final FileChannel channel;
    private final CRC32C sum = new CRC32C();
    private long at;

    Reader(FileChannel channel) {
      this.channel = channel;
    }

    boolean begins(byte[] expected) throws IOException {
      byte[] found = new byte[expected.length];
      take(found.length).get(found);
      return java.util.Arrays.equals(expected, found);
    }

    private ByteBuffer take(long bytes) throws IOException {
      if (bytes < 0 || bytes > channel.size() - at) {
        throw new EOFException("it is cut short");
      }
      ByteBuffer mapped =
          channel.map(FileChannel.MapMode.READ_ONLY, at, bytes).order(ByteOrder.LITTLE_ENDIAN);
      sum.update(mapped.duplicate());
      at += bytes;
      return mapped;
    }

    private ByteBuffer column() {
      try {
        return take(take(8).order(ByteOrder.LITTLE_ENDIAN).getLong())
            .order(ByteOrder.LITTLE_ENDIAN);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void end() throws IOException {
      long expected = sum.getValue();
      if (take(8).order(ByteOrder.LITTLE_ENDIAN).getLong() != expected || at != channel.size()) {
        throw new EOFException("its checksum is wrong");
      }
    }

    @Override
    public int[] ints(int[] column) {
      java.nio.IntBuffer read = column().asIntBuffer();
      int[] values = new int[read.remaining()];
      read.get(values);
      return values;
    }

    @Override
    public long[] longs(long[] column) {
      java.nio.LongBuffer read = column().asLongBuffer();
      long[] values = new long[read.remaining()];
      read.get(values);
      return values;
    }

    @Override
    public short[] shorts(short[] column) {
      java.nio.ShortBuffer read = column().asShortBuffer();
      short[] values = new short[read.remaining()];
      read.get(values);
      return values;
    }

    @Override
    public byte[] bytes(byte[] column) {
      ByteBuffer read = column();
      byte[] values = new byte[read.remaining()];
      read.get(values);
      return values;
    }

    @Override
    public double[] doubles(double[] column) {
      java.nio.DoubleBuffer read = column().asDoubleBuffer();
      double[] values = new double[read.remaining()];
      read.get(values);
      return values;
    }
  }
}
