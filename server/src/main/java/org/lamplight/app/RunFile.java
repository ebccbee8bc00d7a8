package org.lamplight.app;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.lamplight.fault.Fault;

/** The mark of the one server of a home: a lock that ends with its process, and a file that says who and where it is. */
final class RunFile implements AutoCloseable {

  private final Path file;
  private final FileChannel channel;

  private RunFile(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** A server as its file tells. */
  record Running(long pid, Instant started, @Nullable String address) {

    String sentence() {
      return "process " + pid + (address == null ? ", still starting" : " at " + address);
    }

    /** The process, if it is the one that wrote the file and not a later one with its number. */
    Optional<ProcessHandle> process() {
      return ProcessHandle.of(pid)
          .filter(found -> found.info().startInstant().map(started::equals).orElse(true));
    }
  }

  /** Takes the home for this process; CONFLICT that names the other server when there is one. */
  static RunFile take(Path home) {
    try {
      Files.createDirectories(home);
      FileChannel channel = open(home);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        String other = read(home).map(Running::sentence).orElse("another process");
        throw new Fault(
            Fault.Kind.CONFLICT,
            "a server already runs on " + home + " (" + other + "); './lamplight stop' ends it");
      }
      RunFile taken = new RunFile(home.resolve("server.run"), channel);
      taken.write(null);
      return taken;
    } catch (IOException e) {
      throw new Fault(Fault.Kind.INVALID, "LAMPLIGHT_HOME: cannot write to " + home, e);
    }
  }

  /** The server that runs on the home. */
  static Optional<Running> find(Path home) {
    if (!Files.exists(home.resolve("server.lock"))) {
      return Optional.empty();
    }
    try (FileChannel channel = open(home);
        FileLock lock = channel.tryLock()) {
      return lock == null ? read(home) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileChannel open(Path home) throws IOException {
    return FileChannel.open(
        home.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static Optional<Running> read(Path home) throws IOException {
    Path file = home.resolve("server.run");
    Properties facts = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        facts.load(reader);
      }
    }
    String pid = facts.getProperty("pid");
    return pid == null
        ? Optional.empty()
        : Optional.of(new Running(
            Long.parseLong(pid),
            Instant.parse(facts.getProperty("started")),
            facts.getProperty("address")));
  }

  /** Writes where the server is to be found. */
  void announce(String address) {
    try {
      write(address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(@Nullable String address) throws IOException {
    ProcessHandle self = ProcessHandle.current();
    Properties facts = new Properties();
    facts.setProperty("pid", Long.toString(self.pid()));
    facts.setProperty(
        "started", self.info().startInstant().orElse(Instant.EPOCH).toString());
    if (address != null) {
      facts.setProperty("address", address);
    }
    Path next = file.resolveSibling("server.run.next");
    try (Writer writer = Files.newBufferedWriter(next)) {
      facts.store(writer, "The running server; './lamplight stop' ends it.");
    }
    Files.move(next, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
    channel.close();
  }
}
