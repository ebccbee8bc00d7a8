package org.lamplight.app;

import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import java.util.Set;
import java.util.concurrent.Callable;
import org.lamplight.access.Doer;
import org.lamplight.access.Grant;
import org.lamplight.access.Roles;
import org.lamplight.fault.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Accounts at the command line; a running server learns of changes within seconds. */
@Command(
    name = "user",
    description = "Accounts: who may sign in, and as what.",
    mixinStandardHelpOptions = true,
    subcommands = {
      UserCommand.Add.class,
      UserCommand.ListAll.class,
      UserCommand.Disable.class,
      UserCommand.Enable.class,
      UserCommand.Link.class,
      HelpCommand.class
    })
final class UserCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    throw Fault.invalid("user: say what to do: add, list, disable, enable or link");
  }

  /** Makes an account, or gives one that is there another role. */
  @Command(
      name = "add",
      description = "Make an account; or give one that is there another role.",
      mixinStandardHelpOptions = true)
  static final class Add implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "The name to sign in with.")
    String name = "";

    @Option(
        names = "--role",
        required = true,
        paramLabel = "ROLE",
        description = "analyst, manager or administrator.")
    String role = "";

    @Option(
        names = "--city",
        required = true,
        paramLabel = "CITY",
        description = "Such as los-angeles; * for every city.")
    String city = "";

    @Option(
        names = "--sensitive",
        description = "Let an analyst see incidents of sensitive offences.")
    boolean sensitive;

    @Option(
        names = "--password-stdin",
        description = "Read the password from standard input, instead of printing a one-time link.")
    boolean passwordFromInput;

    @Override
    public Integer call() {
      Doer by = Doer.atCommandLine();
      return Accountancy.open(work -> {
        Grant grant = new Grant(work.city(city), Set.of(Roles.parse("--role", role)), sensitive);
        if (work.accounts().exists(name)) {
          Fault.require(
              !passwordFromInput,
              "--password-stdin: there is an account of that name; 'user link' gives it a new password");
          work.accounts().add(name, grant, by);
          System.out.println(name + " is " + role + " of " + city + " too");
        } else if (passwordFromInput) {
          work.accounts().create(name, password(), grant, by);
          System.out.println(name + " may sign in");
        } else {
          String secret = work.accounts().invite(name, grant, by);
          System.out.println("Within a day, " + name + " sets a password at");
          System.out.println(work.link(secret));
        }
        return 0;
      });
    }

    private static String password() {
      Scanner input = new Scanner(System.in, StandardCharsets.UTF_8);
      Fault.require(input.hasNextLine(), "--password-stdin: there is no line on standard input");
      return input.nextLine();
    }
  }

  /** Lists every account. */
  @Command(name = "list", description = "List every account.", mixinStandardHelpOptions = true)
  static final class ListAll implements Callable<Integer> {

    @Override
    public Integer call() {
      return Accountancy.open(work -> {
        work.accounts().lines().forEach(System.out::println);
        return 0;
      });
    }
  }

  /** Shuts an account out. */
  @Command(
      name = "disable",
      description = "Shut an account out; its sessions end and its tokens do not work.",
      mixinStandardHelpOptions = true)
  static final class Disable implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "The account.")
    String name = "";

    @Override
    public Integer call() {
      return Accountancy.open(work -> {
        work.accounts().setDisabled(name, true, Doer.atCommandLine());
        System.out.println(name + " is shut out");
        return 0;
      });
    }
  }

  /** Lets an account in again. */
  @Command(
      name = "enable",
      description = "Let an account in again.",
      mixinStandardHelpOptions = true)
  static final class Enable implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "The account.")
    String name = "";

    @Override
    public Integer call() {
      return Accountancy.open(work -> {
        work.accounts().setDisabled(name, false, Doer.atCommandLine());
        System.out.println(name + " may sign in");
        return 0;
      });
    }
  }

  /** A way back for who lost the password. */
  @Command(
      name = "link",
      description =
          "Print a one-time link that sets a new password and takes the second factor away.",
      mixinStandardHelpOptions = true)
  static final class Link implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "The account.")
    String name = "";

    @Override
    public Integer call() {
      return Accountancy.open(work -> {
        System.out.println(work.link(work.accounts().link(name, Doer.atCommandLine())));
        return 0;
      });
    }
  }
}
