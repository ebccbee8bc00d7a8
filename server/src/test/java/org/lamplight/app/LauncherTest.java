package org.lamplight.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

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

  /** Every command of the program but the one that only the launcher itself calls, and the launcher's own. */
  static Stream<String> commands() {
    return Stream.concat(
        Stream.of("test"),
        new CommandLine(Main.class)
            .getSubcommands().keySet().stream().filter(name -> !name.equals("rehearse")));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpNamesEachCommandFromAnyFolder(String command) throws Exception {
    Result help = run(ROOT.resolve("lamplight").toString(), "help");
    assertEquals(0, help.exit());
    assertTrue(help.output().contains("\n  " + command), help.output());
    assertTrue(
        Pattern.compile("(?m)^    [^#\n]*\\b" + command + "\\b[^\n]*\\)$")
            .matcher(Files.readString(ROOT.resolve("lamplight")))
            .find(),
        "the launcher does not take " + command);
  }

  @Test
  void aCommandThatDoesNotExistIsWrongUse() throws Exception {
    Result result = run(ROOT.resolve("lamplight").toString(), "levitate");
    assertEquals(Main.WRONG_USE, result.exit());
    assertTrue(result.output().contains("there is no command levitate"), result.output());
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
