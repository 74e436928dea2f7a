<#import "template.ftl" as layout>
<#assign wrong = messagesPerField.existsError('username','password')>
<@layout.registrationLayout displayMessage=!wrong; section>
<#if section = "header">
${msg("loginAccountTitle")}
<#elseif section = "form">
<#if (client.clientId!'') == 'desk'>
<p>${msg("motcua.desk")}</p>
<#elseif (client.clientId!'') == 'portal'>
<p>${msg("motcua.portal")}</p>
</#if>
<#if realm.password>
<form id="kc-form-login" action="${url.loginAction}" method="post">
<#if wrong>
<p class="error" id="wrong" role="alert">${kcSanitize(messagesPerField.getFirstError('username','password'))?no_esc}</p>
</#if>
<#if !usernameHidden??>
<label for="username">${msg("username")}</label>
<input id="username" name="username" value="${(login.username!'')}" type="text" autocomplete="username" autocapitalize="none" spellcheck="false" required<#if wrong> aria-invalid="true" aria-describedby="wrong"<#else> autofocus</#if>>
</#if>
<label for="password">${msg("password")}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required<#if wrong> aria-invalid="true" aria-describedby="wrong" autofocus<#elseif usernameHidden??> autofocus</#if>>
<#if realm.rememberMe && !usernameHidden??>
<label class="choice"><input name="rememberMe" type="checkbox"<#if login.rememberMe??> checked</#if>> <span>${msg("rememberMe")}</span></label>
</#if>
<input type="hidden" name="credentialId" value="${auth.selectedCredential!}">
<button name="login" id="kc-login">${msg("doLogIn")}</button>
<#if realm.resetPasswordAllowed>
<p><a href="${url.loginResetCredentialsUrl}">${msg("doForgotPassword")}</a></p>
</#if>
</form>
<#if (properties.demo!'') == 'true'>
<div class="note small demo"><p>${msg("motcua.demo")}</p>
<#if (client.clientId!'') == 'desk'>
<ul>
<#list ["hoa.reception", "tu.specialist", "chu.chair", "giam.director", "thu.cashier"] as user>
<li><b>${user}</b>: ${msg("motcua.demo." + user)}</li>
</#list>
</ul>
<#else>
<ul><li><b>vui.citizen</b>: ${msg("motcua.demo.vui.citizen")}</li></ul>
</#if>
</div>
</#if>
</#if>
<#elseif section = "socialProviders">
<#if realm.password && social?? && social.providers?has_content>
<h2>${msg("identity-provider-login-label")}</h2>
<#list social.providers as p>
<p><a class="button quiet" href="${p.loginUrl}">${p.displayName!}</a></p>
</#list>
</#if>
<#elseif section = "info">
<#if realm.password && realm.registrationAllowed && !registrationDisabled??>
<p>${msg("noAccount")} <a href="${url.registrationUrl}">${msg("doRegister")}</a></p>
</#if>
</#if>
</@layout.registrationLayout>
