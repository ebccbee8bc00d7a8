/** Who is signed in, and the moment in which he no longer is. */
import { onRefused, request } from "./api.js";

export class Session {
  #onEnded;
  #checking = false;
  account = null;
  oidc = null;

  /** `onEnded()` is called once when somebody who was signed in no longer is. */
  constructor(onEnded) {
    this.#onEnded = onEnded;
    onRefused(() => this.#check());
  }

  async load(signal) {
    const { account, oidc } = await request("GET", "/session", { signal });
    this.account = account;
    this.oidc = oidc ?? null;
    return this;
  }

  async signIn(values) {
    const { account } = await request("POST", "/session", { body: values });
    this.account = account;
  }

  async signOut() {
    await request("DELETE", "/session");
    this.account = null;
  }

  /** Signs out and begins anew; `onFailed(error)` where the session still stands. */
  async leave(onFailed) {
    try {
      await this.signOut();
      location.reload();
    } catch (error) {
      onFailed(error);
    }
  }

  /** A refusal may also be about the thing asked for; only the server knows whether the session still holds. */
  async #check() {
    if (!this.account || this.#checking) return;
    this.#checking = true;
    try {
      const { account } = await request("GET", "/session");
      if (account || !this.account) return;
      this.account = null;
      this.#onEnded();
    } catch {
      // Not known now; the next refusal asks again.
    } finally {
      this.#checking = false;
    }
  }
}
