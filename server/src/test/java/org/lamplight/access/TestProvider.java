package org.lamplight.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** An OpenID provider on loopback: discovery, keys, and a token endpoint that knows a code once. */
final class TestProvider implements AutoCloseable {

  static final String CLIENT = "lamplight-test";
  static final String CLIENT_SECRET = "a secret of at least thirty-two bytes";
  final RSAKey key;
  final RSAKey foreignKey;
  private final HttpServer server;
  private final Map<String, Issued> codes = new ConcurrentHashMap<>();

  /** A code that was given out. */
  private record Issued(Map<String, List<String>> asked, JWTClaimsSet claims, Form form) {}

  /** How a token is signed, or not. */
  enum Form {
    SIGNED,
    FOREIGN_KEY,
    UNSIGNED,
    MAC_OF_CLIENT_SECRET,
    MAC_OF_PUBLIC_KEY
  }

  TestProvider() {
    try {
      key = new RSAKeyGenerator(2048).keyID("one").generate();
      foreignKey = new RSAKeyGenerator(2048).keyID("one").generate();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/.well-known/openid-configuration", this::discovery);
    server.createContext("/keys", exchange -> send(exchange, 200, new JWKSet(key).toString()));
    server.createContext("/token", this::token);
    server.start();
  }

  String issuer() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  Access.Oidc setting() {
    return new Access.Oidc(issuer(), CLIENT, CLIENT_SECRET, "City sign-on", "roles");
  }

  /** The person signs in at the provider; the code that the browser takes back. */
  String authorize(URI location, UnaryOperator<JWTClaimsSet.Builder> changes, Form form) {
    Map<String, List<String>> asked = URLUtils.parseParameters(location.getRawQuery());
    Date now = Date.from(Instant.now());
    JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
        .issuer(issuer())
        .subject("subject-1")
        .audience(CLIENT)
        .issueTime(now)
        .expirationTime(Date.from(Instant.now().plusSeconds(300)))
        .claim("nonce", first(asked, "nonce"))
        .claim("preferred_username", "Jo.Doe")
        .claim("roles", List.of("los-angeles:analyst"));
    String code = Secret.random();
    codes.put(code, new Issued(asked, changes.apply(claims).build(), form));
    return code;
  }

  private void discovery(HttpExchange exchange) throws IOException {
    send(exchange, 200, """
        {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys",
         "response_types_supported": ["code"], "subject_types_supported": ["public"],
         "id_token_signing_alg_values_supported": ["RS256"]}
        """.formatted(issuer()));
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, List<String>> form = URLUtils.parseParameters(
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Issued issued = codes.remove(first(form, "code"));
    if (issued == null || !knowsClient(exchange) || !answersChallenge(issued, form)) {
      send(exchange, 400, "{\"error\": \"invalid_grant\"}");
      return;
    }
    send(
        exchange,
        200,
        "{\"access_token\": \"unused\", \"token_type\": \"Bearer\", \"id_token\": \""
            + written(issued) + "\"}");
  }

  private static String first(Map<String, List<String>> values, String name) {
    return values.getOrDefault(name, List.of("")).get(0);
  }

  private static boolean knowsClient(HttpExchange exchange) {
    String basic = exchange.getRequestHeaders().getFirst("Authorization");
    String expected = java.net.URLEncoder.encode(CLIENT, StandardCharsets.UTF_8) + ":"
        + java.net.URLEncoder.encode(CLIENT_SECRET, StandardCharsets.UTF_8);
    return ("Basic "
            + Base64.getEncoder().encodeToString(expected.getBytes(StandardCharsets.UTF_8)))
        .equals(basic);
  }

  private static boolean answersChallenge(Issued issued, Map<String, List<String>> form) {
    CodeVerifier verifier = new CodeVerifier(first(form, "code_verifier"));
    String challenge = CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue();
    return challenge.equals(first(issued.asked(), "code_challenge"))
        && first(form, "redirect_uri").equals(first(issued.asked(), "redirect_uri"));
  }

  private String written(Issued issued) {
    try {
      return switch (issued.form()) {
        case SIGNED -> signed(issued.claims(), key);
        case FOREIGN_KEY -> signed(issued.claims(), foreignKey);
        case UNSIGNED -> new PlainJWT(issued.claims()).serialize();
        case MAC_OF_CLIENT_SECRET ->
          mac(issued.claims(), CLIENT_SECRET.getBytes(StandardCharsets.UTF_8));
        case MAC_OF_PUBLIC_KEY -> mac(issued.claims(), key.toRSAPublicKey().getEncoded());
      };
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signed(JWTClaimsSet claims, RSAKey by) throws JOSEException {
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims);
    token.sign(new RSASSASigner(by));
    return token.serialize();
  }

  private static String mac(JWTClaimsSet claims, byte[] secret) throws JOSEException {
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), claims);
    token.sign(new MACSigner(secret));
    return token.serialize();
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
