package org.lamplight.ogc.process;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A test of processes over HTTP, with a server of its class alone. */
abstract class ProcessTest {

  static ProcessServer server;

  @BeforeAll
  static void startServer() {
    server = new ProcessServer();
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }
}
