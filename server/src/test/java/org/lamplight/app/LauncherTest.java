package org.lamplight.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher, as far as it can be asked without setting anything up. */
class LauncherTest {

  private static final Path ROOT =
      Path.of(System.getProperty("project.root", ".")).toAbsolutePath().normalize();

  private record Result(int exit, String output) {}

  @Test
  void bashCanReadIt() throws Exception {
    assertEquals(new Result(0, ""), run("bash", "-n", ROOT.resolve("lamplight").toString()));
    assertEquals(new Result(0, ""), run("bash", "-n", ROOT.resolve(".ci/run").toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo", "serve", "import", "status", "stop", "reset", "user", "token", "audit", "test",
        "bench", "help"
      })
  void helpNamesEachCommandFromAnyFolder(String command) throws Exception {
    Result help = run(ROOT.resolve("lamplight").toString(), "help");
    assertEquals(0, help.exit());
    assertTrue(help.output().contains("\n  " + command), help.output());
  }

  @Test
  void aCommandThatDoesNotExistIsWrongUse() throws Exception {
    Result result = run(ROOT.resolve("lamplight").toString(), "publish");
    assertEquals(Main.WRONG_USE, result.exit());
    assertTrue(result.output().contains("there is no command publish"), result.output());
  }

  private static Result run(String... command) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(command));
    Process process = new ProcessBuilder(words)
        .directory(Path.of("/").toFile())
        .redirectErrorStream(true)
        .start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }
}
