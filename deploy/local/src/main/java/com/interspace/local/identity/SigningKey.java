package com.interspace.local.identity;

import com.interspace.local.part.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** The RSA key that signs the local tokens. */
public final class SigningKey {

    private static final int BITS = 2048;

    private final RsaJsonWebKey key;

    private SigningKey(RsaJsonWebKey key) {
        this.key = key;
    }

    /** A new key. */
    public static SigningKey generate() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(BITS);
            key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
            key.setUse("sig");
            key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            return new SigningKey(key);
        } catch (JoseException e) {
            throw new IllegalStateException("No signing key could be made.", e);
        }
    }

    /** The key in this file, which is written when it is new: tokens given out before a restart stay good after it. */
    public static SigningKey keptIn(Path file) {
        try {
            if (Files.exists(file)) {
                return new SigningKey((RsaJsonWebKey) JsonWebKey.Factory.newJwk(Files.readString(file)));
            }
            SigningKey generated = generate();
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, generated.key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
            return generated;
        } catch (IOException e) {
            throw new UncheckedIOException("The signing key cannot be kept in " + file, e);
        } catch (JoseException e) {
            throw new IllegalStateException(
                    "The signing key in " + file + " cannot be read; --fresh makes a new one.", e);
        }
    }

    /** The public half as a JSON Web Key. */
    public Object publicKey() {
        return Json.parse(key.toJson(OutputControlLevel.PUBLIC_ONLY));
    }

    /** Signs claims (JSON) and returns the compact token. */
    public String sign(String claims) {
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(claims);
        token.setKey(key.getPrivateKey());
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setHeader("typ", "JWT");
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("The token could not be signed.", e);
        }
    }
}
