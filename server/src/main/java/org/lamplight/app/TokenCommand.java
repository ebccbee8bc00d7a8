package org.lamplight.app;

import java.util.concurrent.Callable;
import org.lamplight.access.Doer;
import org.lamplight.access.TokenRequest;
import org.lamplight.fault.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tokens at the command line, for QGIS and scripts. */
@Command(
    name = "token",
    description = "Tokens of accounts, for QGIS and scripts.",
    mixinStandardHelpOptions = true,
    subcommands = {
      TokenCommand.Create.class,
      TokenCommand.ListAll.class,
      TokenCommand.Revoke.class,
      HelpCommand.class
    })
final class TokenCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    throw Fault.invalid("token: say what to do: create, list or revoke");
  }

  /** Makes a token and prints it, once. */
  @Command(
      name = "create",
      description = "Make a token and print it, once.",
      mixinStandardHelpOptions = true)
  static final class Create implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "The account that it speaks for.")
    String name = "";

    @Option(
        names = "--scope",
        required = true,
        paramLabel = "SCOPE",
        description = "read: a token asks, and changes nothing.")
    String scope = "";

    @Option(
        names = "--days",
        required = true,
        paramLabel = "N",
        description = "Days until it ends, at most 366.")
    int days;

    @Option(
        names = "--purpose",
        paramLabel = "TEXT",
        description = "What it is for; the audit trail repeats it (default ${DEFAULT-VALUE}).",
        defaultValue = "command line")
    String purpose = "";

    @Override
    public Integer call() {
      Fault.require(scope.equals("read"), "--scope: must be read");
      TokenRequest request = new TokenRequest(purpose, purpose, days);
      return Accountancy.open(work -> {
        System.out.println(work.accounts().token(name, request, Doer.atCommandLine()));
        return 0;
      });
    }
  }

  /** Lists the tokens of an account. */
  @Command(
      name = "list",
      description = "List the tokens of an account.",
      mixinStandardHelpOptions = true)
  static final class ListAll implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "The account.")
    String name = "";

    @Override
    public Integer call() {
      return Accountancy.open(work -> {
        work.accounts().tokenLines(name).forEach(System.out::println);
        return 0;
      });
    }
  }

  /** Revokes a token. */
  @Command(
      name = "revoke",
      description = "Revoke a token; 'token list' gives its number.",
      mixinStandardHelpOptions = true)
  static final class Revoke implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The number of the token.")
    long id;

    @Override
    public Integer call() {
      return Accountancy.open(work -> {
        work.accounts().revoke(id, Doer.atCommandLine());
        System.out.println("token " + id + " works no more");
        return 0;
      });
    }
  }
}
