"""The three pages."""

from django.urls import path

from peer import views

urlpatterns = [
    path("", views.front),
    path("test", views.start),
    path("test/resultat", views.result),
]
