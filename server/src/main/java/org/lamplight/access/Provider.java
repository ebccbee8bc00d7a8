package org.lamplight.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.lamplight.fault.Fault;

/** An OpenID provider as its client sees it: code flow with PKCE, state and nonce; tokens signed with the provider's own keys. */
final class Provider {

  private static final Set<JWSAlgorithm> SIGNED = Set.of(
      JWSAlgorithm.RS256,
      JWSAlgorithm.RS384,
      JWSAlgorithm.RS512,
      JWSAlgorithm.PS256,
      JWSAlgorithm.ES256,
      JWSAlgorithm.ES384);
  private static final int MILLIS = 3_000;
  private static final int LARGEST = 200_000;
  private static final Duration KNOWN = Duration.ofHours(1);

  private final Access.Oidc setting;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile @Nullable Known known;

  Provider(Access.Oidc setting) {
    this.setting = setting;
  }

  /** What the provider told of itself, and the judge of its tokens. */
  private record Known(OIDCProviderMetadata metadata, IDTokenValidator judge, Instant since) {}

  /** The secrets of one way to the provider and back. */
  record Secrets(String state, String nonce, String verifier) {

    static Secrets random() {
      return new Secrets(Secret.random(), Secret.random(), Secret.random());
    }
  }

  /** The token of the provider was not good. */
  static final class NotGood extends Exception {

    private static final long serialVersionUID = 1L;

    NotGood(String why, @Nullable Throwable cause) {
      super(why, cause);
    }
  }

  String issuer() {
    return setting.issuer();
  }

  /** Where the browser is sent. */
  URI start(Secrets secrets, URI callback) {
    return new AuthenticationRequest.Builder(
            ResponseType.CODE,
            new Scope("openid", "profile", "email"),
            new ClientID(setting.clientId()),
            callback)
        .endpointURI(known().metadata().getAuthorizationEndpointURI())
        .state(new State(secrets.state()))
        .nonce(new Nonce(secrets.nonce()))
        .codeChallenge(new CodeVerifier(secrets.verifier()), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /** Takes the token that the code stands for, and judges it. */
  IDTokenClaimsSet finish(String code, Secrets secrets, URI callback) throws NotGood {
    Known provider = known();
    HTTPRequest request = new TokenRequest.Builder(
            provider.metadata().getTokenEndpointURI(),
            new ClientSecretBasic(
                new ClientID(setting.clientId()),
                new com.nimbusds.oauth2.sdk.auth.Secret(setting.clientSecret())),
            new AuthorizationCodeGrant(
                new AuthorizationCode(code), callback, new CodeVerifier(secrets.verifier())))
        .build()
        .toHTTPRequest();
    request.setConnectTimeout(MILLIS);
    request.setReadTimeout(MILLIS);
    request.setFollowRedirects(false);
    try {
      TokenResponse answer = OIDCTokenResponseParser.parse(request.send());
      if (!(answer instanceof OIDCTokenResponse tokens)) {
        throw new NotGood("the provider refused the code", null);
      }
      return provider
          .judge()
          .validate(tokens.getOIDCTokens().getIDToken(), new Nonce(secrets.nonce()));
    } catch (IOException e) {
      throw away(e);
    } catch (ParseException | BadJOSEException | JOSEException e) {
      throw new NotGood("the provider's token is not good", e);
    }
  }

  /** Asks the provider once an hour; while one request asks, the others do not all wait for an answer that may never come. */
  private Known known() {
    Known there = known;
    if (there != null && there.since().plus(KNOWN).isAfter(Instant.now())) {
      return there;
    }
    if (!asking.tryLock()) {
      if (there != null) {
        return there;
      }
      throw away(null);
    }
    try {
      return discover();
    } finally {
      asking.unlock();
    }
  }

  private Known discover() {
    try {
      Issuer issuer = new Issuer(setting.issuer());
      OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(issuer, MILLIS, MILLIS);
      JWSVerificationKeySelector<SecurityContext> keys = new JWSVerificationKeySelector<>(
          SIGNED,
          JWKSourceBuilder.create(
                  metadata.getJWKSetURI().toURL(),
                  new DefaultResourceRetriever(MILLIS, MILLIS, LARGEST))
              .build());
      Known fresh = new Known(
          metadata,
          new IDTokenValidator(issuer, new ClientID(setting.clientId()), keys, null),
          Instant.now());
      known = fresh;
      return fresh;
    } catch (GeneralException | IOException e) {
      throw away(e);
    }
  }

  private static Fault away(@Nullable Exception cause) {
    return new Fault(
        Fault.Kind.BUSY, "the sign-in provider does not answer; try again shortly", cause);
  }
}
