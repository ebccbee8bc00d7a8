package org.lamplight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The administrator's page: users, the audit trail, sealed records. */
class AdminTest extends AdminPage {

  @Test
  void userIsAddedAndComesInByTheLink() {
    String name = People.name("new");
    tab("users");
    button("Add a user").click();
    dialogField("Name").fill(name);
    dialogField("crime analyst").check();
    dialogField("Sensitive offenses too").check();
    submitDialog();
    assertThat(page.locator(".fresh")).containsText("One-time link for " + name);
    String link = page.locator(".fresh .secret-value").textContent();
    assertThat(entry(name)).containsText("crime analyst");
    assertThat(entry(name)).containsText("sensitive");
    assertThat(entry(name)).containsText("Has not signed in yet");
    button("I have handed it over").click();
    assertThat(page.locator(".fresh")).hasCount(0);
    as(null);
    page.navigate(link);
    drawn();
    field("New password").fill(People.PASSWORD);
    field("New password again").fill(People.PASSWORD);
    button("Set the password").click();
    link("Sign in").click();
    typeSignIn(name, People.PASSWORD);
    assertThat(page).hasURL(Site.address() + "/");
    settle();
    as("administrator");
    tab("users");
    assertThat(entry(name)).containsText("Last seen");
  }

  @Test
  void nameThatCannotBeOneIsSaidBesideTheField() {
    tab("users");
    button("Add a user").click();
    dialogField("Name").fill("no spaces please");
    dialogField("program manager").check();
    submitDialog();
    assertThat(page.locator("dialog .field-error:not(:empty)")).containsText("2 to 64 letters");
    assertThat(dialogField("Name")).isFocused();
  }

  @Test
  void rolesAreChangedAndTheAccountDisabledAndEnabled() {
    String name = People.withPassword("bo", "manager");
    String session = "lamplight=" + Site.session(name);
    tab("users");
    button("Change: " + name).click();
    assertThat(dialogField("program manager")).isChecked();
    dialogField("program manager").uncheck();
    dialogField("crime analyst").check();
    submitDialog();
    assertThat(page.locator("dialog")).hasCount(0);
    assertThat(entry(name)).containsText("crime analyst");
    assertThat(button("Change: " + name)).isFocused();
    button("Disable: " + name).click();
    submitDialog();
    assertThat(entry(name)).containsText("disabled");
    People.send("DELETE", "/session", session, Map.of(), 404);
    button("Enable: " + name).click();
    submitDialog();
    assertThat(entry(name)).not().containsText("disabled");
  }

  @Test
  void newLinkIsMadeForALostPassword() {
    String name = People.withPassword("lou", "manager");
    tab("users");
    button("New link: " + name).click();
    assertThat(page.locator("dialog")).containsText("the second factor is switched off");
    submitDialog();
    assertThat(page.locator(".fresh .secret-value"))
        .hasText(Pattern.compile("/set-password#[A-Za-z0-9_-]{20,}$"));
  }

  @Test
  void tabsAreLinksAndBackWalksThroughThem() {
    tab("users");
    link("Audit trail").click();
    assertThat(page).hasURL(Pattern.compile("tab=audit"));
    assertThat(page.locator("h2").first()).hasText("Audit trail");
    link("Releases").click();
    assertThat(page.locator("h2").first()).hasText("The next release");
    page.goBack();
    assertThat(page.locator("h2").first()).hasText("Audit trail");
    assertThat(link("Audit trail")).hasAttribute("aria-current", "page");
    page.getByLabel("City").selectOption("atlanta");
    assertThat(page).hasURL(Pattern.compile("city=atlanta&tab=audit"));
    page.locator("[lang=es]").click();
    assertThat(page).hasURL(Pattern.compile("city=atlanta&tab=audit&lang=es"));
    assertThat(page.locator("h2").first()).hasText("Registro de auditoría");
  }

  @Test
  void trailShowsWhatWasDoneAndIsFilteredByItsAddress() throws IOException {
    String name = People.withPassword("zoe", "analyst");
    tab("audit");
    assertThat(page.locator(".trail")).containsText(name);
    field("What").fill("account");
    page.getByLabel("Outcome").selectOption("done");
    button("Show").click();
    assertThat(page).hasURL(Pattern.compile("action=account&outcome=done"));
    drawn();
    for (String action : page.locator(".trail-action").allTextContents()) {
      assertTrue(action.startsWith("account"), action);
    }
    assertThat(page.locator("h2").first()).isFocused();
    page.reload();
    drawn();
    assertThat(field("What")).hasValue("account");
    Download csv = page.waitForDownload(() -> link("Download as CSV").click());
    List<String> lines = Files.readAllLines(csv.path());
    assertTrue(lines.get(0).startsWith("id,at,action"), lines.get(0));
    assertTrue(lines.stream().anyMatch(line -> line.contains(name)), "the CSV holds the entry");
    field("What").fill("nothing.such");
    button("Show").click();
    assertThat(page.locator(".empty")).hasText("No entry matches.");
    button("Show all").click();
    assertThat(page.locator(".trail")).isVisible();
  }

  @Test
  void olderEntriesFollow() {
    for (int i = 0; i < 30; i++) {
      People.invite(People.name("many"), "manager");
    }
    tab("audit");
    assertEquals(50, page.locator(".trail tbody tr").count());
    button("Older entries").click();
    page.waitForFunction("() => document.querySelectorAll('.trail tbody tr').length > 50");
    List<String> times = page.locator(".trail-when").allTextContents();
    assertEquals(times.stream().sorted(java.util.Comparator.reverseOrder()).toList(), times);
  }

  @Test
  void whoAdministersNothingIsTold() {
    as("manager");
    go("/admin");
    assertThat(page.locator("main")).containsText("You administer no city");
  }

  @Test
  void recordThatIsNotThereIsSaid() {
    tab("sealed");
    field("Number of the record").fill("no-such-record");
    field("Reason").fill("order 7");
    button("Delete the record").click();
    button("Delete for good").click();
    assertThat(page.getByText("Los Angeles has no record no-such-record. Nothing was deleted."))
        .isVisible();
  }

  @Test
  void sealedRecordIsDeletedOnlyAfterASecondYes() {
    AtomicInteger sent = new AtomicInteger();
    page.route("**/sealed-records", route -> {
      sent.incrementAndGet();
      boolean known = route.request().postData().contains("24-1177");
      answer(route, "{\"deleted\":" + (known ? 2 : 0) + "}");
    });
    tab("sealed");
    button("Delete the record").click();
    assertThat(page.locator(".field-error:not(:empty)")).hasCount(2);
    field("Number of the record").fill("24-1177");
    field("Reason").fill("order 7");
    button("Delete the record").click();
    page.locator("dialog").getByText("Cancel").click();
    assertEquals(0, sent.get());
    button("Delete the record").click();
    button("Delete for good").click();
    assertThat(page.locator(".done-line"))
        .hasText("2 incidents of record 24-1177 were deleted from Los Angeles.");
    field("Number of the record").fill("24-9");
    field("Reason").fill("order 8");
    button("Delete the record").click();
    button("Delete for good").click();
    assertThat(page.getByText("Los Angeles has no record 24-9. Nothing was deleted."))
        .isVisible();
  }

  @Test
  void noScreenHasViolations() {
    page.close();
    onEveryScreen((screen, scheme) -> {
      as("administrator");
      for (String tab : List.of("users", "audit", "releases", "sealed")) {
        tab(tab);
        assertEquals(List.of(), violations(), screen + " " + tab);
        assertTrue(fits(), screen + " " + tab);
      }
      tab("users&lang=es");
      page.locator("[data-key=add]").click();
      submitDialog();
      assertEquals(List.of(), violations(), screen + " dialog");
    });
  }
}
