package org.lamplight.app;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lamplight.config.Settings;
import org.lamplight.fault.Fault;

/** One run of the server: takes the home, opens the database, serves, and ends all of it in order on SIGTERM. */
final class Service {

  private static final PrintStream OUT = System.out;
  private final Settings settings;
  private final CountDownLatch ended = new CountDownLatch(1);
  private @Nullable RunFile home;
  private @Nullable Installation installation;
  private @Nullable Lamplight server;

  private Service(Settings settings) {
    this.settings = settings;
  }

  /**
   * Serves until the process is told to end.
   *
   * @param before what is to be done with the opened database before the first request
   */
  static int run(Settings settings, Consumer<Installation> before) {
    Service service = new Service(settings);
    Thread ending = new Thread(service::end, "ending");
    Runtime.getRuntime().addShutdownHook(ending);
    try {
      service.start(before);
      service.ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private void start(Consumer<Installation> before) {
    RunFile taken = RunFile.take(settings.home());
    synchronized (this) {
      home = taken;
    }
    requireFreePort();
    Installation opened = Installation.open(settings);
    synchronized (this) {
      installation = opened;
    }
    before.accept(opened);
    Lamplight started = Lamplight.start(opened);
    synchronized (this) {
      server = started;
    }
    String address = address(started.port());
    taken.announce(address);
    started.access().accounts().setUp().ifPresent(secret -> printSetUp(started.port(), secret));
    announce(address);
  }

  private void announce(String address) {
    if (!loopback()) {
      OUT.println(
          "Listening on " + settings.host()
              + ": other machines see what is public; from them, signing in needs https and PUBLIC_URL.");
    }
    OUT.println("Sign in at " + address + "/sign-in");
    OUT.println("Lamplight serves on " + address);
    OUT.flush();
  }

  private void printSetUp(int port, String secret) {
    String base = settings.publicUrl() == null ? "http://localhost:" + port : settings.publicUrl();
    OUT.println("Nobody can sign in yet. Within a day, set the administrator's password at");
    OUT.println(base + "/set-password#" + secret);
  }

  private String address(int port) {
    if (settings.publicUrl() != null) {
      return settings.publicUrl();
    }
    return "http://" + (loopback() ? "localhost" : settings.host()) + ":" + port;
  }

  private boolean loopback() {
    try {
      return InetAddress.getByName(settings.host()).isLoopbackAddress();
    } catch (IOException e) {
      throw new Fault(Fault.Kind.INVALID, "HOST: no address is known for " + settings.host(), e);
    }
  }

  /** Asked before the database is started, so that a wrong port stops the start at once. */
  private void requireFreePort() {
    loopback();
    if (settings.port() == 0) {
      return;
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(settings.host(), settings.port()));
    } catch (IOException e) {
      throw new Fault(
          Fault.Kind.INVALID,
          "PORT: cannot listen on " + settings.host() + ":" + settings.port() + " ("
              + e.getMessage() + "); take another with --port or PORT",
          e);
    }
  }

  private synchronized void end() {
    try {
      if (server != null) {
        server.close();
      }
      if (installation != null) {
        installation.close();
      }
      if (home != null) {
        home.close();
      }
    } catch (IOException | RuntimeException e) {
      System.err.println("lamplight: the end was not clean: " + e.getMessage());
    } finally {
      ended.countDown();
    }
  }
}
