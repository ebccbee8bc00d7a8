package org.lamplight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One's own account: roles, password, second factor, sessions, tokens. */
class AccountTest extends StaffTest {

  private static final String ITEMS =
      "/cities/" + Site.CITY + "/collections/incidents/items?limit=1";

  @Test
  void rolesAreSaidInWordsCityByCity() {
    String name = People.withPassword("rosa", "analyst", "administrator");
    as(name);
    go("/account");
    assertThat(page.locator(".fact-list").first()).containsText(name);
    assertThat(page.locator(".fact-list").first())
        .containsText("Los Angeles: crime analyst and administrator");
    page.locator("[lang=es]").click();
    drawn();
    assertThat(page.locator(".fact-list").first())
        .containsText("Los Ángeles: analista de delitos y administrador");
  }

  @Test
  void whatOneDidIsOnOnesPage() {
    String name = People.withPassword("ines", "analyst");
    as(null);
    go("/sign-in#next=%2Faccount");
    typeSignIn(name, People.PASSWORD);
    assertThat(page).hasURL(Pattern.compile("/account$"));
    Locator trail = page.locator(".trail");
    assertThat(trail).containsText("session.open");
    assertThat(trail).not().containsText("account.create");
  }

  @Test
  void passwordIsChangedAndOtherSessionsEnd() {
    String name = People.withPassword("pia", "manager");
    String other = "lamplight=" + Site.session(name);
    as(name);
    go("/account");
    button("Change password").click();
    dialogField("Your password now").fill(People.PASSWORD);
    dialogField("New password").fill("seven copper kettles");
    dialogField("New password again").fill("seven copper kettles");
    button("Change password of " + name).click();
    assertThat(page.locator(".done-line:not(:empty)")).containsText("Your password is changed");
    People.send("DELETE", "/session", other, Map.of(), 404);
    as(null);
    go("/sign-in#next=%2Faccount");
    typeSignIn(name, "seven copper kettles");
    assertThat(page).hasURL(Pattern.compile("/account$"));
  }

  @Test
  void wrongPasswordStaysInTheDialog() {
    as("manager");
    go("/account");
    refuse("**/account/password", "POST", 401, Map.of(), "{\"detail\":\"wrong\"}");
    button("Change password").click();
    dialogField("Your password now").fill("something else");
    dialogField("New password").fill(People.PASSWORD);
    dialogField("New password again").fill(People.PASSWORD);
    button("Change password of manager").click();
    assertThat(alert()).hasText("This is not your password.");
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog")).hasCount(0);
    assertThat(button("Change password")).isFocused();
  }

  @Test
  void secondFactorIsSetUpAskedForAndSwitchedOff() throws IOException {
    String name = People.withPassword("fay", "manager");
    as(name);
    go("/account");
    button("Set up the second factor").click();
    dialogField("Your password now").fill(People.PASSWORD);
    button("Next").click();
    assertThat(link("On this phone? Open your authenticator app"))
        .hasAttribute("href", Pattern.compile("^otpauth://totp/"));
    assertEquals(
        link("On this phone? Open your authenticator app").getAttribute("href"),
        QrReader.read(page.locator(".qr").screenshot()));
    Authenticator phone = new Authenticator(page.locator(".secret-value").textContent());
    field("Code from the app").fill("000000");
    button("Switch on").click();
    assertThat(page.locator(".field-error:not(:empty)")).hasCount(1);
    field("Code from the app").fill(phone.code());
    button("Switch on").click();
    Locator shown = page.locator(".secret-value");
    assertThat(shown).containsText("-");
    String[] codes = shown.textContent().split("\n");
    Download kept = page.waitForDownload(() -> button("Keep as a file").click());
    assertEquals(String.join("\n", codes) + "\n", Files.readString(kept.path()));
    button("I have kept them").click();
    assertThat(page.locator(".badge.good").first()).hasText("On");

    as(null);
    go("/sign-in#next=%2Faccount");
    typeSignIn(name, People.PASSWORD);
    assertThat(field("Code")).isFocused();
    assertThat(field("Code")).hasAttribute("autocomplete", "one-time-code");
    field("Code").fill("000000");
    button("Sign in").click();
    assertThat(alert()).containsText("This code is not right");
    field("Code").fill(codes[0]);
    button("Sign in").click();
    assertThat(page).hasURL(Pattern.compile("/account$"));

    as(null);
    go("/sign-in#next=%2Faccount");
    typeSignIn(name, People.PASSWORD);
    field("Code").fill(phone.code());
    button("Sign in").click();
    assertThat(page).hasURL(Pattern.compile("/account$"));
    drawn();
    button("Switch off the second factor").click();
    dialogField("Your password now").fill(People.PASSWORD);
    page.locator("dialog").getByText("Switch off the second factor").last().click();
    assertThat(page.locator("dialog")).hasCount(0);
    assertThat(button("Set up the second factor")).isVisible();
  }

  @Test
  void tokenIsShownOnceWorksAndIsRevoked() {
    String name = People.withPassword("tom", "analyst");
    as(name);
    go("/account");
    button("Create a token").click();
    dialogField("Name").fill("QGIS, my laptop");
    page.locator("dialog [type=submit]").click();
    assertThat(page.locator("dialog .field-error:not(:empty)")).hasText("This is needed.");
    dialogField("What it is for").fill("weekly map");
    dialogField("Days until it ends").fill("9000");
    page.locator("dialog [type=submit]").click();
    assertThat(page.locator("dialog .field-error:not(:empty)")).containsText("from 1 to 366");
    dialogField("Days until it ends").fill("30");
    page.locator("dialog [type=submit]").click();
    String token = page.locator(".fresh .secret-value").first().textContent();
    assertEquals(200, People.statusWithToken(ITEMS, token));
    page.locator("summary").first().click();
    assertThat(page.locator(".fresh")).containsText("Bearer " + token);
    page.locator("[lang=es]").click();
    drawn();
    assertThat(page.locator(".fresh .secret-value").first()).hasText(token);
    page.locator("[lang=en]").click();
    drawn();
    button("I have kept it").click();
    assertThat(page.locator(".fresh")).hasCount(0);
    page.reload();
    drawn();
    assertTrue(!page.content().contains(token), "shown once");
    button("Revoke the token “QGIS, my laptop”").click();
    assertThat(page.locator("dialog")).containsText("cannot be undone");
    page.locator("dialog [type=submit]").click();
    assertThat(page.locator(".empty")).hasText("You have no tokens.");
    assertEquals(404, People.statusWithToken(ITEMS, token));
  }

  @Test
  void tokenIsCopied() {
    as(People.withPassword("cy", "analyst"));
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    go("/account");
    button("Create a token").click();
    dialogField("Name").fill("script");
    dialogField("What it is for").fill("nightly count");
    page.locator("dialog [type=submit]").click();
    page.locator(".fresh .second").first().click();
    assertThat(page.locator("#said")).hasText("Copied");
    assertEquals(
        page.locator(".fresh .secret-value").first().textContent(),
        page.evaluate("() => navigator.clipboard.readText()"));
  }

  @Test
  void signingOutEverywhereEndsAllSessions() {
    String name = People.withPassword("eve", "manager");
    String other = "lamplight=" + Site.session(name);
    as(name);
    go("/account");
    assertThat(page.locator(".entry", new Page.LocatorOptions().setHasText("this one")))
        .hasCount(1);
    button("Sign out everywhere").click();
    page.locator("dialog [type=submit]").click();
    assertThat(page).hasURL(Pattern.compile("/sign-in"));
    People.send("DELETE", "/session", other, Map.of(), 404);
  }

  @Test
  void failureIsSaidAndTriedAgain() {
    as("manager");
    page.route("**/account", route -> {
      if (route.request().isNavigationRequest()) {
        route.resume();
      } else {
        route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
            .setStatus(500)
            .setBody("{\"detail\":\"reference 4711\"}"));
      }
    });
    go("/account");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("reference 4711");
    page.unroute("**/account");
    button("Try again").click();
    assertThat(page.locator(".fact-list").first()).containsText("manager");
  }

  @Test
  void noScreenHasViolations() {
    onEveryScreen((screen, scheme) -> {
      as("manager");
      go("/account");
      assertEquals(List.of(), violations(), screen);
      assertTrue(fits(), screen);
      button("Create a token").click();
      page.locator("dialog [type=submit]").click();
      assertEquals(List.of(), violations(), screen + " dialog");
      page.keyboard().press("Escape");
      button("Signed in as manager").click();
      assertEquals(List.of(), violations(), screen + " menu");
    });
  }

  private Locator dialogField(String label) {
    return page.locator("dialog").getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
  }
}
