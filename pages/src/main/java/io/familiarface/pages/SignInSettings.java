package io.familiarface.pages;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/**
 * How people sign in to the pages besides pasting a token: at an OpenID Connect provider, by the
 * authorization code flow with PKCE. Offered when both the issuer and a public client are given.
 */
@ConfigMapping(prefix = "familiar.sign-in")
interface SignInSettings {
  /** The address of the provider as the browser reaches it. */
  Optional<String> issuer();

  /** A public client, with {@code /today/} and {@code /story/} among its redirect addresses. */
  Optional<String> clientId();

  @WithDefault("openid")
  String scope();
}
