<#-- The page around every step of a log-in; no script, so that it works on every phone. -->
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title!}</title>
<link rel="icon" href="data:,">
<#list properties.styles?split(' ') as style>
<link rel="stylesheet" href="${url.resourcesPath}/${style}">
</#list>
</head>
<body>
<a class="skip" href="#content">${msg("motcua.skip")}</a>
<header class="top"><a class="home" href="/?lang=${lang}">${realm.displayName!}</a><#if realm.internationalizationEnabled && locale.supported?size gt 1><nav aria-label="${msg("languages")}"><#list locale.supported?sort_by("languageTag")?reverse as l><a href="${l.url}" lang="${l.languageTag}" hreflang="${l.languageTag}"<#if l.languageTag == lang> aria-current="true"</#if>>${l.languageTag}</a><#sep> | </#list></nav></#if></header>
<main id="content" tabindex="-1">
<h1><#nested "header"></h1>
<#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
<#nested "show-username">
<p>${auth.attemptedUsername} · <a href="${url.loginRestartFlowUrl}">${msg("restartLoginTooltip")}</a></p>
</#if>
<#if displayMessage && message?has_content && (message.type != 'warning' || !isAppInitiatedAction??)>
<p class="${(message.type == 'error')?then('error', 'note')}" role="alert">${kcSanitize(message.summary)?no_esc}</p>
</#if>
<#nested "form">
<#if auth?has_content && auth.showTryAnotherWayLink()>
<form action="${url.loginAction}" method="post"><button class="quiet" name="tryAnotherWay" value="on">${msg("doTryAnotherWay")}</button></form>
</#if>
<#nested "socialProviders">
<#if displayInfo><#nested "info"></#if>
</main>
<footer><a href="/?lang=${lang}">${msg("motcua.home")}</a></footer>
</body>
</html>
</#macro>
