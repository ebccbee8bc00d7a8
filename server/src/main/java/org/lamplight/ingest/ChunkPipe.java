package org.lamplight.ingest;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands finished chunks to a second thread, so that reading a file and writing it to the database go on at once; at most eight wait. */
final class ChunkPipe implements AutoCloseable {

  private static final byte[] LAST = new byte[0];
  private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(8);
  private final Thread thread;
  private volatile @Nullable Throwable failure;

  ChunkPipe(Consumer<byte[]> sink) {
    thread = new Thread(() -> drain(sink), "import-copy");
    thread.setDaemon(true);
    thread.start();
  }

  private void drain(Consumer<byte[]> sink) {
    try {
      for (byte[] chunk = waiting.take(); chunk.length > 0; chunk = waiting.take()) {
        sink.accept(chunk);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      failure = e;
    }
  }

  void put(byte[] chunk) {
    if (chunk.length > 0) {
      hand(chunk);
    }
  }

  private void hand(byte[] chunk) {
    try {
      while (!waiting.offer(chunk, 100, TimeUnit.MILLISECONDS)) {
        check();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Waits until everything has been written. */
  void finish() {
    hand(LAST);
    join();
    check();
  }

  private void check() {
    Throwable thrown = failure;
    if (thrown instanceof RuntimeException e) {
      throw e;
    }
    if (thrown instanceof Error e) {
      throw e;
    }
  }

  private void join() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Ends the thread whatever has not been written. */
  @Override
  public void close() {
    if (thread.isAlive()) {
      thread.interrupt();
      join();
    }
  }
}
