package org.lamplight.ogc.process;

import org.lamplight.http.Refusal;

/** Refusals whose type OGC API Processes names. */
final class Exceptions {

  private static final String PREFIX =
      "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/";

  private Exceptions() {}

  static Refusal noSuchProcess() {
    return missing("no-such-process", "there is no such process");
  }

  static Refusal noSuchJob() {
    return missing("no-such-job", "there is no such job");
  }

  static Refusal notReady() {
    return missing("result-not-ready", "the job is not over yet; its status says how far it is");
  }

  static Refusal dismissed() {
    return missing("no-such-job", "the job was dismissed, and what it found is gone");
  }

  private static Refusal missing(String type, String sentence) {
    return new Refusal(404, sentence).member("type", PREFIX + type);
  }
}
