package org.lamplight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in and out, the one-time link, and the way back. */
class SignInTest extends StaffTest {

  private static final String VIEW = "/#city=" + Site.CITY + "&at=13/34.0500/-118.2500&group=theft";

  @Test
  void nameAndPasswordLeadBackToTheSameView() {
    String name = People.withPassword("ana", "analyst");
    as(null);
    go("/sign-in#next=" + encoded(VIEW));
    typeSignIn(name, People.PASSWORD);
    assertThat(page).hasURL(Pattern.compile("/#city=los-angeles.*at=13/34\\.0500.*group=theft"));
    settle();
    button("Signed in as " + name).click();
    assertThat(page.locator("#who-menu")).containsText("Los Angeles: crime analyst");
  }

  @Test
  void keyboardAloneSignsIn() {
    String name = People.withPassword("kai", "manager");
    as(null);
    go("/sign-in#next=" + encoded("/account"));
    assertThat(field("Name")).isFocused();
    page.keyboard().type(name);
    page.keyboard().press("Tab");
    page.keyboard().type(People.PASSWORD);
    page.keyboard().press("Enter");
    assertThat(page).hasURL(Pattern.compile("/account$"));
  }

  @Test
  void wrongPasswordIsSaidInOneSentenceAndMayBeTypedAgain() {
    String name = People.withPassword("wes", "manager");
    as(null);
    go("/sign-in#next=" + encoded("/account"));
    typeSignIn(name, "not the right one at all");
    assertThat(alert()).hasText("Name or password is wrong.");
    typeSignIn(name, People.PASSWORD);
    assertThat(page).hasURL(Pattern.compile("/account$"));
  }

  @Test
  void lockIsSaidWithTheTimeOfItsEnd() {
    as(null);
    go("/sign-in");
    refuse("**/session", "POST", 429, Map.of("Retry-After", "900"), "{\"detail\":\"too many\"}");
    typeSignIn("anybody", "anything");
    assertThat(alert()).hasText(Pattern.compile("You can try again from \\d\\d:\\d\\d\\."));
  }

  @Test
  void serverThatLetsNobodyInAndOneThatIsGoneAreSaid() {
    as(null);
    go("/sign-in");
    refuse("**/session", "POST", 404, Map.of(), "{\"detail\":\"there is nothing here\"}");
    typeSignIn("anybody", "anything");
    assertThat(alert()).containsText("accounts are switched off");
    page.unroute("**/session");
    page.route("**/session", Route::abort);
    button("Sign in").click();
    assertThat(alert()).containsText("the server cannot be reached");
  }

  @Test
  void whatIsMissingIsSaidBesideItsField() {
    as(null);
    go("/sign-in");
    button("Sign in").click();
    assertThat(field("Name")).hasAttribute("aria-invalid", "true");
    assertThat(field("Name")).isFocused();
    assertThat(page.locator(".field-error").first()).hasText("This is needed.");
  }

  @Test
  void passwordIsShownWhileOneWants() {
    as(null);
    go("/sign-in");
    assertThat(field("Password")).hasAttribute("type", "password");
    assertThat(field("Password")).hasAttribute("autocomplete", "current-password");
    assertThat(field("Name")).hasAttribute("autocomplete", "username");
    button("Show password").click();
    assertThat(field("Password")).hasAttribute("type", "text");
    assertThat(button("Show password")).hasAttribute("aria-pressed", "true");
  }

  @Test
  void otherWayToSignInIsOfferedWhereThereIsOne() {
    as(null);
    page.route(
        "**/session",
        route -> route.fulfill(
            new Route.FulfillOptions()
                .setContentType("application/json")
                .setBody(
                    "{\"account\":null,\"oidc\":{\"name\":\"the city\",\"href\":\"/session/oidc/start\"}}")));
    go("/sign-in");
    assertThat(link("Sign in with the city"))
        .hasAttribute("href", Pattern.compile("^/session/oidc/start"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "https://evil.example/",
        "https:evil.example",
        "javascript:alert(1)",
        "/\\evil.example",
        "\\\\evil.example",
        "/.//evil.example",
        "/\t/evil.example",
        "/sign-in"
      })
  void linkThatLeadsElsewhereIsNotFollowed(String next) {
    go("/sign-in#next=" + encoded(next));
    assertThat(link("Go on")).hasAttribute("href", "/");
    page.navigate("about:blank");
    go("/sign-in?next=" + encoded(next));
    assertThat(link("Go on")).hasAttribute("href", "/");
  }

  @Test
  void pageForStaffLeadsToSignInAndBackWithItsTab() {
    String name = People.withPassword("ada", "administrator");
    as(null);
    go("/admin#city=" + Site.CITY + "&tab=audit");
    assertThat(page).hasURL(Pattern.compile("/sign-in"));
    typeSignIn(name, People.PASSWORD);
    assertThat(page).hasURL(Pattern.compile("/admin#city=los-angeles&tab=audit$"));
    drawn();
    assertThat(link("Audit trail")).hasAttribute("aria-current", "page");
  }

  @Test
  void sessionThatEndedLeadsBackToTheSameView() {
    open("city=" + Site.CITY + "&at=13/34.0500/-118.2500&group=theft");
    as(null);
    button("Zoom in").click();
    assertThat(page.getByRole(AriaRole.ALERTDIALOG)).containsText("Your session ended");
    String view = page.url();
    link("Sign in again").click();
    drawn();
    as("analyst");
    page.reload();
    drawn();
    link("Go on").click();
    settle();
    assertEquals(view, page.url());
    assertTrue(view.contains("at=14/"), view);
  }

  @Test
  void oneTimeLinkSetsThePasswordOnceAndLeavesTheAddress() {
    String name = People.name("lin");
    String link = People.invite(name, "manager");
    as(null);
    page.navigate(link);
    drawn();
    assertEquals(Site.address() + "/set-password", page.url());
    field("New password").fill("too short");
    field("New password again").fill("too short");
    button("Set the password").click();
    assertThat(page.locator(".field-error").first()).containsText("At least 12 characters");
    field("New password").fill(People.PASSWORD);
    button("Set the password").click();
    assertThat(page.locator(".field-error").last()).containsText("do not match");
    field("New password").fill("password1234");
    field("New password again").fill("password1234");
    button("Set the password").click();
    assertThat(page.locator(".field-error").first()).containsText("commonest");
    field("New password").fill(People.PASSWORD);
    field("New password again").fill(People.PASSWORD);
    button("Set the password").click();
    assertThat(page.locator("h1")).hasText("Your password is set");
    link("Sign in").click();
    typeSignIn(name, People.PASSWORD);
    assertThat(page).not().hasURL(Pattern.compile("/sign-in"));
    page.navigate(link);
    drawn();
    field("New password").fill(People.PASSWORD);
    field("New password again").fill(People.PASSWORD);
    button("Set the password").click();
    assertThat(alert()).containsText("used already or is too old");
  }

  @Test
  void pageOfTheLinkWithoutTheLinkSaysSo() {
    as(null);
    go("/set-password");
    assertThat(page.locator(".failure")).containsText("from the link that you were given");
  }

  @Test
  void signingOutEndsTheSession() {
    as("analyst");
    go("/account");
    button("Signed in as analyst").click();
    button("Sign out").click();
    assertThat(page).hasURL(Site.address() + "/");
    go("/account");
    assertThat(page).hasURL(Pattern.compile("/sign-in"));
  }

  @Test
  void theWholePageSpeaksSpanish() {
    as(null);
    go("/sign-in");
    page.locator("[lang=es]").click();
    assertThat(page.locator("h1")).hasText("Iniciar sesión");
    assertThat(page.locator("html")).hasAttribute("lang", "es");
    assertThat(page).hasURL(Pattern.compile("lang=es"));
    assertFalse(page.locator("body").innerText().contains("Password"));
  }

  @Test
  void noScreenHasViolations() {
    onEveryScreen((screen, scheme) -> {
      as(null);
      go("/sign-in");
      button("Sign in").click();
      assertEquals(List.of(), violations(), screen);
      assertTrue(fits(), screen);
      go("/set-password#abcdefghijklmnop");
      button("Set the password").click();
      assertEquals(List.of(), violations(), screen);
      assertTrue(fits(), screen);
    });
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
